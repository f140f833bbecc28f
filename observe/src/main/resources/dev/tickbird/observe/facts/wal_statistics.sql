-- what:  the write-ahead log written since the counters were reset
-- needs: nothing
-- cost:  one row
select counted.wal_records as records,
       counted.wal_fpi as full_pages,
       counted.wal_bytes::bigint as bytes,
       counted.wal_buffers_full as buffers_full,
       counted.wal_write as writes,
       counted.wal_sync as syncs,
       counted.wal_write_time as write_millis,
       counted.wal_sync_time as sync_millis,
       counted.stats_reset as statistics_since
from pg_catalog.pg_stat_wal as counted -- one row
