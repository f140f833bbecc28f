-- A semi-join by in, made unique first or not.
select title from product where id in (select product_id from order_item where discount = 25);
