-- What a concurrent refresh deletes leaves room behind; a plain refresh writes the file anew.
-- versions: 16+
-- thresholds: min-waste = 1 MB
create table cue (id int, note text);
insert into cue select n, repeat('x', 100) from generate_series(1, 50000) as n;
create materialized view programme as select id, note from cue;
create unique index on programme (id);
delete from cue where id % 5 <> 0;
refresh materialized view concurrently programme;
vacuum (full) cue;
select pg_sleep(1.1); -- else the counters of the refresh arrive after those of the vacuum, on old versions
vacuum analyze programme;
select pg_sleep(1.1);
-- cure
refresh materialized view programme;
analyze programme;
