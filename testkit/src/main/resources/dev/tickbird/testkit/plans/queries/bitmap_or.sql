-- Several bitmaps, any of which will do.
select id from orders where customer_id = 17 or total > 904 or city_id = 590;
