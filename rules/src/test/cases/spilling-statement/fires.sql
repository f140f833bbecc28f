-- A list that is sorted on disk each time.
-- settings: shared_preload_libraries = pg_stat_statements, max_parallel_workers_per_gather = 0, jit = off, work_mem = 64kB, pg_stat_statements.track = none
-- thresholds: min-share = 0.3, min-calls = 10, min-load = 0, min-age = 0 s
create extension pg_stat_statements;
create table cue as select n as id, md5(n::text) as note from generate_series(1, 40000) as n;
vacuum analyze cue;
set pg_stat_statements.track = 'top'; -- what the examination itself takes is not counted
select pg_stat_statements_reset();
select id, note from cue order by note offset 39990;
select id, note from cue order by note offset 39991;
select id, note from cue order by note offset 39992;
select id, note from cue order by note offset 39993;
select id, note from cue order by note offset 39994;
select id, note from cue order by note offset 39995;
select id, note from cue order by note offset 39996;
select id, note from cue order by note offset 39997;
select id, note from cue order by note offset 39998;
select id, note from cue order by note offset 39999;
-- cure
create index on cue (note) include (id);
select pg_stat_statements_reset();
