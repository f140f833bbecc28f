-- It streams without a slot, and nothing is kept for it.
-- standby: connected
-- thresholds: min-age = 0 s
create table cue (id int);
select pg_sleep(1);
-- cure
alter system set wal_keep_size = '1GB';
select pg_reload_conf();
select pg_sleep(0.3);
