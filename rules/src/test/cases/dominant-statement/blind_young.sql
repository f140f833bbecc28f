-- The statement has all the time there is, but its counters are minutes old: that is no clean bill.
-- settings: shared_preload_libraries = pg_stat_statements
-- thresholds: min-share = 0.1, min-mean = 0 s, min-calls = 1, min-load = 0
create extension pg_stat_statements;
create table cue (id int, note text);
insert into cue select n, 'light ' || n from generate_series(1, 100000) as n;
select count(*) from cue where note = 'light 7';
