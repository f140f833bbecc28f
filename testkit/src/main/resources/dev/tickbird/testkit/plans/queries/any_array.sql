-- any with an array constant; all with another.
select id from orders where customer_id = any ('{11,12,13,9999}') and city_id <> all ('{1,2,3}');
