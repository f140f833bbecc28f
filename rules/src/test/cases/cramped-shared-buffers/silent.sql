-- Room enough: what is read once stays.
-- versions: 16+
-- server: own
-- thresholds: min-per-second = 1, min-missed = 0.01, min-age = 0 s
create table cue (id int primary key, note text) with (fillfactor = 10);
insert into cue select n, repeat('go', 100) from generate_series(1, 5000) as n;
vacuum analyze cue;
set enable_seqscan = off;
set enable_bitmapscan = off;
select sum(length(note)) from cue where id > 0;
select sum(length(note)) from cue where id > 0;
select pg_sleep(1.1);
select 1;
