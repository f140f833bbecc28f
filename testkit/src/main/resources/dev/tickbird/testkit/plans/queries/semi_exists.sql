-- A semi-join by exists.
select count(*) from customer as c where exists (select from orders as o where o.customer_id = c.id and o.status = 'returned' and o.total > 500);
