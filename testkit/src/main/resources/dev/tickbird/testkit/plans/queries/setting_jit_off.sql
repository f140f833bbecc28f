-- A setting that belongs to the plan's surroundings alone.
set jit = off;
set enable_material = off;
select count(*) from city as a, city as b where a.population > b.population and a.country_id = 2;
