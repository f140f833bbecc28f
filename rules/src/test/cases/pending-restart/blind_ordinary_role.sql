-- What waits for the restart is hidden from the role, so it cannot say that nothing does.
-- server: own
-- role: app
create role app login;
alter system set shared_preload_libraries = 'pg_stat_statements';
select pg_reload_conf();
select pg_sleep(0.3);
