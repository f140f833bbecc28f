-- The latest of each, by distinct on.
select distinct on (customer_id) customer_id, placed_at, total from orders order by customer_id, placed_at desc;
