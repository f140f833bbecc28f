-- A correlated subquery in the condition.
select o.id from orders as o where o.total > 3 * (select avg(x.total) from orders as x where x.customer_id = o.customer_id) and o.customer_id < 30;
