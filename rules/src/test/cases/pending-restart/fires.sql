-- Changed, reloaded, and not in force.
-- server: own
alter system set max_connections = 77;
alter system set shared_buffers = '64MB';
select pg_reload_conf();
select pg_sleep(0.3);
-- cure
alter system reset max_connections;
alter system reset shared_buffers;
select pg_reload_conf();
select pg_sleep(0.3);
