-- A page far behind.
select id, total from orders order by total offset 3000 limit 20;
