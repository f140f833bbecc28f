-- what:  runs of cluster and vacuum full that run now
-- needs: pg_read_all_stats for those of other roles
-- cost:  one row a process
select progress.pid,
       progress.datname as database,
       progress.relid::bigint as relation,
       lower(progress.command) as command,
       progress.phase,
       nullif(progress.cluster_index_relid, 0)::bigint as index,
       progress.heap_tuples_scanned as rows_scanned,
       progress.heap_tuples_written as rows_written,
       progress.heap_blks_total as blocks_total,
       progress.heap_blks_scanned as blocks_scanned,
       progress.index_rebuild_count as indexes_rebuilt
from pg_catalog.pg_stat_progress_cluster as progress
where progress.phase is not null -- null: hidden
order by progress.pid
