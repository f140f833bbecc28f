-- A tenth of the time is spent on compiling, which a large query is worth.
-- versions: 15+
-- settings: shared_preload_libraries = pg_stat_statements, max_parallel_workers_per_gather = 0, pg_stat_statements.track = none, jit = on
-- thresholds: min-calls = 3, min-age = 0 s
create extension pg_stat_statements;
alter extension pg_stat_statements drop function pg_stat_statements(boolean);
alter function pg_stat_statements(boolean) rename to counted;
create function pg_stat_statements(showtext boolean) returns setof pg_stat_statements
language sql as $$
    select (jsonb_populate_record(view, case when query like '%note%' then jsonb_build_object(
               'jit_functions', 12, 'jit_generation_time', 0.01, 'jit_emission_time', 0.1 * total_exec_time) else '{}' end)).*
    from pg_stat_statements as view
$$;
create table cue as select n as id, md5(n::text) as note from generate_series(1, 20000) as n;
set pg_stat_statements.track = 'top';
select pg_stat_statements_reset();
select count(*) from cue where note like '%a%';
select count(*) from cue where note like '%b%';
select count(*) from cue where note like '%c%';
