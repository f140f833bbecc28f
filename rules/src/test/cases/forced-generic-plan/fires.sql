-- For the whole server.
-- settings: plan_cache_mode = force_generic_plan
select 1;
