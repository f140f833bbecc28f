-- The index gives the first column's order, the rest is sorted within.
select customer_id, placed_at, total from orders order by customer_id, total limit 40;
