-- More groups than memory holds.
set work_mem = '64kB';
select customer_id, city_id, count(*) from orders group by customer_id, city_id;
