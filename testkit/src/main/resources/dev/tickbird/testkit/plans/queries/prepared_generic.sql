-- A generic plan: the parameter's value is unknown.
set plan_cache_mode = force_generic_plan;
prepare q (text) as select count(*) from skewed where kind = $1;
execute q ('kind 0');
