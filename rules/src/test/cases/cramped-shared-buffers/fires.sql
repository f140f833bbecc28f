-- A table that would fit ten times over into the default, looked up by its key all over.
-- versions: 16+
-- settings: shared_buffers = 1MB
-- thresholds: min-per-second = 1, min-missed = 0.01, min-age = 0 s
-- no replay: shared_buffers is set by a restart
create table cue (id int primary key, note text) with (fillfactor = 10);
insert into cue select n, repeat('go', 100) from generate_series(1, 5000) as n;
vacuum analyze cue;
select pg_stat_reset_shared('io');
set enable_seqscan = off;
set enable_bitmapscan = off;
select sum(length(note)) from cue where id > 0;
select sum(length(note)) from cue where id > 0;
select pg_sleep(1.1); -- the counters arrive within a second
select 1;
