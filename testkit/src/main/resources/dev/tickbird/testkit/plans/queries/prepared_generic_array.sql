-- A generic plan with an array of unknown length, and LIKE with an unknown pattern.
set plan_cache_mode = force_generic_plan;
prepare q (bigint[], text) as select o.id from orders as o join customer as c on c.id = o.customer_id where o.customer_id = any ($1) and c.name like $2;
execute q ('{1,2,3}', 'Anna%');
