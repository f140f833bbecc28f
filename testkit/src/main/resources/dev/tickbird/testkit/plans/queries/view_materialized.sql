-- A materialized view with its index.
select name, total from city_turnover order by total desc limit 3;
