-- any over an array that a subquery gives.
select count(*) from orders where city_id = any (array(select id from city where country_id = 33));
