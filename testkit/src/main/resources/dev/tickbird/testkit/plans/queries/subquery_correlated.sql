-- A correlated subquery in the output.
select c.id, (select max(o.total) from orders as o where o.customer_id = c.id) from customer as c where c.segment = 'public' and c.born < '1950-01-01';
