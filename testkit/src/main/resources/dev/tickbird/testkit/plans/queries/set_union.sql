-- A union that drops duplicates.
select city_id from customer where vip union select city_id from store;
