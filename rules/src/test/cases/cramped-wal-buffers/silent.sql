-- A whole segment is room enough for little work.
-- settings: wal_buffers=16MB
-- thresholds: min-per-second = 0, min-age = 0 s
create table cue as select n as id, repeat('go', 100) as note from generate_series(1, 20000) as n;
select pg_sleep(1.1);
select 1;
