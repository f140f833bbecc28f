-- What is in both, and not in the third.
(select product_id from order_item where quantity = 8 intersect select product_id from sale where store_id = 3) except select id from product where retired;
