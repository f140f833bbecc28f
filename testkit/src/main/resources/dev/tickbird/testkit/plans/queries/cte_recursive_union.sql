-- A recursive query that drops duplicates.
with recursive up as (select parent_id from category where id = 100 union select c.parent_id from category as c join up on c.id = up.parent_id)
select * from up;
