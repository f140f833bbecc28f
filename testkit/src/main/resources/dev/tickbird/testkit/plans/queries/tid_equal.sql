-- A row by its place.
select id from orders where ctid = '(3,5)';
