-- The network reaches the server as soon as it is restarted.
-- server: own
create role teller login;
alter system set listen_addresses = 'localhost, 192.0.2.7';
select pg_reload_conf();
select pg_sleep(0.2);
