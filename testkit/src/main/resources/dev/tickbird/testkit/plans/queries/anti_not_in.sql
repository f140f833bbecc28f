-- not in cannot become a join: a hashed subplan.
select count(*) from product where id not in (select product_id from order_item where quantity > 2);
