-- Each page is changed once after each checkpoint.
-- server: own
-- thresholds: min-per-second = 1 B, min-age = 0 s
create table cue as select n as id, repeat('go', 900) as note from generate_series(1, 4000) as n;
checkpoint;
select pg_sleep(1.1);
select pg_stat_reset_shared('wal'); -- what made the table does not count
delete from cue where id % 4 = 0;
checkpoint;
delete from cue where id % 4 = 1;
checkpoint;
delete from cue where id % 4 = 2;
select pg_sleep(1.1); -- the counters arrive within a second
select 1;
