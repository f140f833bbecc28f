-- A cube of three.
select status, currency, city_id > 300, count(*) from orders group by cube (status, currency, city_id > 300);
