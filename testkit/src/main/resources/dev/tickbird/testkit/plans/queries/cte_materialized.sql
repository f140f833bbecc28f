-- A common table expression that is kept, and one that is not.
with big as materialized (select customer_id, sum(total) as total from orders group by customer_id), few as not materialized (select id from customer where vip)
select * from big join few on few.id = big.customer_id where big.total > 1000;
