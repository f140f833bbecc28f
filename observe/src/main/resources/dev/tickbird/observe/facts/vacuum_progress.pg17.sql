-- what:  runs of vacuum that run now
-- needs: pg_read_all_stats for those of other roles
-- cost:  one row a process
select progress.pid,
       progress.datname as database,
       progress.relid::bigint as relation,
       progress.phase,
       progress.heap_blks_total as blocks_total,
       progress.heap_blks_scanned as blocks_scanned,
       progress.heap_blks_vacuumed as blocks_vacuumed,
       progress.index_vacuum_count as index_rounds,
       null::bigint as dead_max,
       progress.num_dead_item_ids as dead,
       progress.max_dead_tuple_bytes as dead_max_bytes,
       progress.dead_tuple_bytes as dead_bytes,
       progress.indexes_total as indexes_total,
       progress.indexes_processed as indexes_done,
       null::float8 as delay_millis
from pg_catalog.pg_stat_progress_vacuum as progress
where progress.phase is not null -- null: hidden
order by progress.pid
