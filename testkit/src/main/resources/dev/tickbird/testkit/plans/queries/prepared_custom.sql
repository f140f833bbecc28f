-- A plan made for the value, rare and common ones differ.
set plan_cache_mode = force_custom_plan;
prepare q (boolean, int) as select id from skewed where flag is not distinct from $1 and rank = $2;
execute q (true, 400);
