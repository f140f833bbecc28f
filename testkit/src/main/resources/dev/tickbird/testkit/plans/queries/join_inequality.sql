-- A join that is not an equality.
select count(*) from booking as a join booking as b on a.during && b.during and a.id < b.id where a.room = 3 and b.room = 4;
