-- what:  runs of analyze that run now
-- needs: pg_read_all_stats for those of other roles
-- cost:  one row a process
select progress.pid,
       progress.datname as database,
       progress.relid::bigint as relation,
       progress.phase,
       progress.sample_blks_total as blocks_total,
       progress.sample_blks_scanned as blocks_scanned,
       progress.ext_stats_total as extended_total,
       progress.ext_stats_computed as extended_done,
       progress.child_tables_total as children_total,
       progress.child_tables_done as children_done,
       nullif(progress.current_child_table_relid, 0)::bigint as child,
       null::float8 as delay_millis
from pg_catalog.pg_stat_progress_analyze as progress
where progress.phase is not null -- null: hidden
order by progress.pid
