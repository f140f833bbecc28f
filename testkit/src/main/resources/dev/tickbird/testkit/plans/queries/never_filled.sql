-- A table that never had rows.
select a.name, b.name from never_filled as a left join never_filled as b on b.id = a.parent;
