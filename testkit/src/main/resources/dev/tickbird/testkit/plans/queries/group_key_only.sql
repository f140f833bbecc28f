-- Grouped by the key, the other columns follow from it.
select c.id, c.name, c.segment, count(o.id) from customer as c left join orders as o on o.customer_id = c.id group by c.id;
