-- A full join of two sums.
select coalesce(a.day, b.day), a.n, b.n from (select day, count(*) as n from sale where store_id = 5 group by day) as a
full join (select day, count(*) as n from sale where store_id = 6 group by day) as b on a.day = b.day;
