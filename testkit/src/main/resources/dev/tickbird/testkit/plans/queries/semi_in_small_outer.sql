-- A semi-join into a large table from few rows.
select c.id from customer as c where c.vip and c.id in (select customer_id from orders where placed_at > '2024-01-01 00:00+00');
