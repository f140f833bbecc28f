-- Four pages for all who write.
-- settings: wal_buffers=32kB
-- thresholds: min-per-second = 0, min-age = 0 s
-- no replay: the counters go on from before the restart
select pg_stat_reset_shared('wal');
create table cue as select n as id, repeat('go', 100) as note from generate_series(1, 100000) as n;
select pg_sleep(1.1); -- the counters arrive within a second
select 1;
