-- A subquery with a limit cannot be pulled up.
select t.id, c.name from (select id, customer_id from orders order by total desc limit 15) as t join customer as c on c.id = t.customer_id;
