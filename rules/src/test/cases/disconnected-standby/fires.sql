-- The address of the primary is wrong.
-- standby: examined
-- settings: wal_retrieve_retry_interval = 200ms
-- thresholds: min-age = 0 s
create table cue (id int);
-- session: standby
alter system set primary_conninfo = 'host=/nowhere';
select pg_reload_conf();
select pg_sleep(1);
-- cure
alter system reset primary_conninfo;
select pg_reload_conf();
select pg_sleep(1.5);
