-- Few calls, calls inside a function that is itself one fast statement, and maintenance.
-- settings: shared_preload_libraries = pg_stat_statements, pg_stat_statements.track = all, max_parallel_workers_per_gather = 0, jit = off
-- thresholds: min-share = 0.5, min-mean = 3 ms, min-calls = 5, min-load = 0, min-age = 0 s
create extension pg_stat_statements;
create table cue (id int, note text);
insert into cue select n, 'light ' || n from generate_series(1, 200000) as n;
select pg_stat_statements_reset();
analyze cue;
analyze cue;
analyze cue;
analyze cue;
analyze cue;
analyze cue;
do $$
begin
    for i in 1..10 loop
        perform count(*) from cue where note = 'light ' || i;
    end loop;
end $$;
