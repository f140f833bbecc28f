-- Cheap random reads.
set random_page_cost = 1.0;
select * from orders where city_id between 100 and 130 and total > 50;
