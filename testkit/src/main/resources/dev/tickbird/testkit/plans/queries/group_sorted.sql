-- Groups in an index's order.
set enable_hashagg = off;
select customer_id, count(*) from orders group by customer_id;
