-- Window functions over an index's order.
select customer_id, placed_at, row_number() over (partition by customer_id order by placed_at desc) from orders;
