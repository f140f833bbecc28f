-- As files have it that were written for PostgreSQL 13.
-- settings: checkpoint_completion_target=0.5
-- thresholds: min-written = 1 MB, min-age = 0 s
checkpoint;
do $$
begin
    perform pg_stat_reset_shared(case when current_setting('server_version_num')::int >= 170000 then 'checkpointer' else 'bgwriter' end);
end $$;
create table cue as select n as id, repeat('go', 100) as note from generate_series(1, 60000) as n;
checkpoint;
select pg_sleep(1.1); -- the counters arrive within a second
