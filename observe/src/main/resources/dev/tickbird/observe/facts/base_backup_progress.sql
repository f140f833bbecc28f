-- what:  base backups that run now
-- needs: pg_read_all_stats for those of other roles
-- cost:  one row a process
select progress.pid,
       progress.phase,
       progress.backup_total as bytes_total,
       progress.backup_streamed as bytes_streamed,
       progress.tablespaces_total,
       progress.tablespaces_streamed
from pg_catalog.pg_stat_progress_basebackup as progress
where progress.phase is not null -- null: hidden
order by progress.pid
