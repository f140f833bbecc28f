-- what:  what each statement has cost
-- needs: pg_read_all_stats for the statements of other roles
-- cost:  one row a statement, at most pg_stat_statements.max; no texts
-- extension: pg_stat_statements
select counted.queryid as query_id,
       counted.dbid::bigint as database,
       counted.userid::bigint as role,
       coalesce((versioned.columns ->> 'toplevel')::boolean, true) as top_level,
       coalesce((versioned.columns ->> 'plans')::bigint, 0) as plans,
       coalesce((versioned.columns ->> 'total_plan_time')::float8, 0) as plan_millis,
       counted.calls,
       coalesce(versioned.columns ->> 'total_exec_time', versioned.columns ->> 'total_time')::float8 as total_millis,
       coalesce(versioned.columns ->> 'min_exec_time', versioned.columns ->> 'min_time')::float8 as min_millis,
       coalesce(versioned.columns ->> 'max_exec_time', versioned.columns ->> 'max_time')::float8 as max_millis,
       coalesce(versioned.columns ->> 'mean_exec_time', versioned.columns ->> 'mean_time')::float8 as mean_millis,
       coalesce(versioned.columns ->> 'stddev_exec_time', versioned.columns ->> 'stddev_time')::float8 as deviation_millis,
       counted.rows,
       counted.shared_blks_hit as shared_hit,
       counted.shared_blks_read as shared_read,
       counted.shared_blks_dirtied as shared_dirtied,
       counted.shared_blks_written as shared_written,
       counted.local_blks_hit as local_hit,
       counted.local_blks_read as local_read,
       counted.local_blks_dirtied as local_dirtied,
       counted.local_blks_written as local_written,
       counted.temp_blks_read as temp_read,
       counted.temp_blks_written as temp_written,
       coalesce(versioned.columns ->> 'shared_blk_read_time', versioned.columns ->> 'blk_read_time')::float8
           as shared_read_millis,
       coalesce(versioned.columns ->> 'shared_blk_write_time', versioned.columns ->> 'blk_write_time')::float8
           as shared_write_millis,
       (versioned.columns ->> 'local_blk_read_time')::float8 as local_read_millis,
       (versioned.columns ->> 'local_blk_write_time')::float8 as local_write_millis,
       (versioned.columns ->> 'temp_blk_read_time')::float8 as temp_read_millis,
       (versioned.columns ->> 'temp_blk_write_time')::float8 as temp_write_millis,
       (versioned.columns ->> 'wal_records')::bigint as wal_records,
       (versioned.columns ->> 'wal_fpi')::bigint as wal_full_pages,
       (versioned.columns ->> 'wal_bytes')::bigint as wal_bytes,
       (versioned.columns ->> 'wal_buffers_full')::bigint as wal_buffers_full,
       (versioned.columns ->> 'jit_functions')::bigint as jit_functions,
       (versioned.columns ->> 'jit_generation_time')::float8 + (versioned.columns ->> 'jit_inlining_time')::float8
           + (versioned.columns ->> 'jit_optimization_time')::float8 + (versioned.columns ->> 'jit_emission_time')::float8
           as jit_millis,
       (versioned.columns ->> 'parallel_workers_to_launch')::bigint as parallel_workers_planned,
       (versioned.columns ->> 'parallel_workers_launched')::bigint as parallel_workers_launched,
       (versioned.columns ->> 'stats_since')::timestamptz as statistics_since
from pg_stat_statements(false) as counted -- false: without the texts
cross join lateral (
    select to_jsonb(counted) as columns -- the columns follow the extension's version, not the server's
    offset 0) as versioned -- offset 0: made once a row
where counted.queryid is not null -- null: hidden
order by counted.queryid, counted.dbid, counted.userid, top_level
