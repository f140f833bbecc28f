-- what:  runs of copy that run now
-- needs: pg_read_all_stats for those of other roles
-- cost:  one row a process
select progress.pid,
       progress.datname as database,
       nullif(progress.relid, 0)::bigint as relation, -- 0: a query
       lower(progress.command) as command,
       lower(progress.type) as kind,
       progress.bytes_processed as bytes_done,
       nullif(progress.bytes_total, 0) as bytes_total, -- 0: not known
       progress.tuples_processed as rows_done,
       progress.tuples_excluded as rows_excluded,
       progress.tuples_skipped as skipped
from pg_catalog.pg_stat_progress_copy as progress
where progress.command is not null -- null: hidden
order by progress.pid
