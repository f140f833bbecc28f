-- Loaded for all, by one role, or by the next restart; and an application's own words.
-- settings: shared_preload_libraries = auto_explain, auto_explain.log_min_duration = 1s, pg_prewarm.autoprewarm = on, auth_delay.milliseconds = 500, shop.tenant = 7
alter system set shared_preload_libraries = 'auto_explain', '$libdir/pg_prewarm';
create role guard;
alter role guard set session_preload_libraries = 'auth_delay';
