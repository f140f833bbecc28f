-- Changed, and in force since the reload; or written again as it is.
-- server: own
alter system set work_mem = '8MB';
alter system set max_connections = 100;
select pg_reload_conf();
select pg_sleep(0.3);
