-- One scan of one partition's part of the index.
-- thresholds: min-age = 0 s, min-size = 8 kB, min-writes = 300
create table cue (day date, note text) partition by range (day);
create table cue_2025 partition of cue for values from ('2025-01-01') to ('2026-01-01');
create table cue_2026 partition of cue for values from ('2026-01-01') to ('2027-01-01');
create index cue_note on cue (note);
insert into cue select date '2025-12-01' + n % 60, 'go ' || n from generate_series(1, 1000) as n;
set enable_seqscan = off;
select * from cue_2026 where note = 'go 7';
select pg_sleep(1.1);
-- cure
drop index cue_note;
