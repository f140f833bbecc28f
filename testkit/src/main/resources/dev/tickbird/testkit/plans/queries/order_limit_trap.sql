-- A limit with an order makes the planner hope.
select * from orders where city_id = 598 order by id limit 1;
