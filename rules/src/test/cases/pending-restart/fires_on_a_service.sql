-- Looks like Amazon RDS to whoever is no superuser: there is no alter system, and no file to look into.
-- server: own
-- role: app
create role rdsadmin;
create role app login in role pg_read_all_settings;
alter system set max_connections = 77;
select pg_reload_conf();
select pg_sleep(0.3);
-- cure
alter system reset max_connections;
select pg_reload_conf();
select pg_sleep(0.3);
