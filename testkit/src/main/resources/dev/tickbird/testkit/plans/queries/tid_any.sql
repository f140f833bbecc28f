-- Rows by several places.
select id from orders where ctid = any (array['(0,1)', '(1,1)']::tid[]);
