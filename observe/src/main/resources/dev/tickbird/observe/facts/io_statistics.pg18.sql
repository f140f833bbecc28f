-- what:  reads and writes by kind of process, object and context
-- needs: nothing
-- cost:  less than a hundred rows
select counted.backend_type as process,
       counted.object,
       counted.context,
       counted.reads,
       counted.read_bytes::bigint as read_bytes,
       counted.read_time as read_millis,
       counted.writes,
       counted.write_bytes::bigint as written_bytes,
       counted.write_time as write_millis,
       counted.writebacks,
       counted.writeback_time as writeback_millis,
       counted.extends as extensions,
       counted.extend_bytes::bigint as extended_bytes,
       counted.extend_time as extend_millis,
       counted.hits,
       counted.evictions,
       counted.reuses,
       counted.fsyncs as syncs,
       counted.fsync_time as sync_millis,
       counted.stats_reset as statistics_since
from pg_catalog.pg_stat_io as counted
order by counted.backend_type, counted.object, counted.context
