-- GiST on ltree: descendants.
select c.name, count(*) from category as c join product as p on p.category_id = c.id where c.path <@ 'root.c1' group by c.name;
