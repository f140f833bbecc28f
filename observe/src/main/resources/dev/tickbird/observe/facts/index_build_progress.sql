-- what:  index builds that run now
-- needs: pg_read_all_stats for those of other roles
-- cost:  one row a process
select progress.pid,
       progress.datname as database,
       progress.relid::bigint as relation,
       nullif(progress.index_relid, 0)::bigint as index, -- 0: not made yet
       lower(progress.command) as command,
       progress.phase,
       progress.lockers_total,
       progress.lockers_done,
       nullif(progress.current_locker_pid, 0)::int as blocker, -- 0: waits for nobody
       progress.blocks_total,
       progress.blocks_done,
       progress.tuples_total as rows_total,
       progress.tuples_done as rows_done,
       progress.partitions_total,
       progress.partitions_done
from pg_catalog.pg_stat_progress_create_index as progress
where progress.phase is not null -- null: hidden
order by progress.pid
