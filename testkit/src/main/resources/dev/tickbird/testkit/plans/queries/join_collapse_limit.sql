-- The order of joins is kept as it is written.
set join_collapse_limit = 1;
select count(*) from order_item as i join product as p on p.id = i.product_id join orders as o on o.id = i.order_id where o.id = 400;
