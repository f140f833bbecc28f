-- A grouped view joined.
select c.name, s.total from customer as c join customer_sum as s on s.customer_id = c.id where c.vip and s.orders > 3;
