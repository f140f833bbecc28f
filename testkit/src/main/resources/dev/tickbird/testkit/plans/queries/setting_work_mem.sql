-- Much memory: everything is hashed at once.
set work_mem = '256MB';
select c.segment, count(distinct o.id) from customer as c join orders as o on o.customer_id = c.id join order_item as i on i.order_id = o.id group by c.segment;
