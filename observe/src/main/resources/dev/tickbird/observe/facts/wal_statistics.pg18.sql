-- what:  the write-ahead log written since the counters were reset
-- needs: nothing
-- cost:  one row
select counted.wal_records as records,
       counted.wal_fpi as full_pages,
       counted.wal_bytes::bigint as bytes,
       counted.wal_buffers_full as buffers_full,
       null::bigint as writes,
       null::bigint as syncs,
       null::float8 as write_millis,
       null::float8 as sync_millis,
       counted.stats_reset as statistics_since
from pg_catalog.pg_stat_wal as counted -- one row
