-- what:  what the WAL archiver has done
-- needs: nothing
-- cost:  one row
select counted.archived_count as archived,
       counted.last_archived_wal as last_archived,
       counted.last_archived_time as last_archived_at,
       counted.failed_count as failed,
       counted.last_failed_wal as last_failed,
       counted.last_failed_time as last_failed_at,
       counted.stats_reset as statistics_since
from pg_catalog.pg_stat_archiver as counted -- one row
