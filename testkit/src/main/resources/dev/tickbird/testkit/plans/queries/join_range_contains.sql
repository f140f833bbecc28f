-- A day of one table within a range of another.
select count(*) from orders as o join order_item as i on i.order_id = o.id join price_history as h on h.product_id = i.product_id and h.valid @> o.shipped_on where o.customer_id < 5;
