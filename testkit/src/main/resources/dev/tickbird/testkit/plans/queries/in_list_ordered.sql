-- A list in an index, in the index's order.
select customer_id, placed_at from orders where customer_id in (4, 9, 16) order by customer_id, placed_at desc limit 10;
