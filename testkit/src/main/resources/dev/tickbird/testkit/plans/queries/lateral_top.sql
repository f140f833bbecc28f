-- The latest three of each.
select c.id, o.placed_at from customer as c cross join lateral (select placed_at from orders where customer_id = c.id order by placed_at desc limit 3) as o where c.city_id between 500 and 510;
