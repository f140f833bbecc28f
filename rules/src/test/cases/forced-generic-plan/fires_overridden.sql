-- For the database and for all roles.
-- server: own
alter role all set plan_cache_mode = 'force_generic_plan';
do $$ begin execute format('alter database %I set plan_cache_mode = %L', current_database(), 'FORCE_GENERIC_PLAN'); end $$;
