-- A delete of what nothing refers to.
delete from customer as c where not exists (select from orders as o where o.customer_id = c.id) and c.created_at < '2020-06-01 00:00+00';
