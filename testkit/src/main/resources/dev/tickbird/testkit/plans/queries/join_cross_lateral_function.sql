-- A function that returns rows, for each row.
select c.id, s.n from category as c, lateral slices(c.id) as s (n) where c.parent_id = 3;
