-- A partition is reported by itself, for it is the one that has a file; its parent and its sibling are not.
-- thresholds: min-waste = 1 MB
create table cue (id int, day date, note text) partition by range (day);
create table cue_2025 partition of cue for values from ('2025-01-01') to ('2026-01-01');
create table cue_rest partition of cue default;
insert into cue select n, date '2025-01-01' + n % 600, repeat('x', 100) from generate_series(1, 50000) as n;
delete from cue where day < '2026-01-01' and id % 5 <> 0;
select pg_sleep(1.1); -- else the counters of the delete arrive after those of the vacuum, on old versions
vacuum analyze cue, cue_2025, cue_rest;
select pg_sleep(1.1);
-- cure
vacuum (full, analyze) cue_2025;
