-- The same on a server that has compressed them.
-- settings: wal_compression=on
-- thresholds: min-per-second = 1 B, min-age = 0 s
create table cue as select n as id, repeat('go', 900) as note from generate_series(1, 4000) as n;
checkpoint;
select pg_sleep(1.1);
select pg_stat_reset_shared('wal'); -- what made the table does not count
delete from cue where id % 4 = 0;
select pg_sleep(1.1);
select 1;
