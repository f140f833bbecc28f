-- Distinct values out of an index.
select distinct customer_id from orders where customer_id < 100;
