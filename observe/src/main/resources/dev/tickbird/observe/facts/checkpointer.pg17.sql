-- what:  what the checkpointer has done
-- needs: nothing
-- cost:  one row
select counted.num_timed as timed,
       counted.num_requested as requested,
       null::bigint as done,
       counted.restartpoints_timed as restartpoints_timed,
       counted.restartpoints_req as restartpoints_requested,
       counted.restartpoints_done as restartpoints_done,
       counted.write_time as write_millis,
       counted.sync_time as sync_millis,
       counted.buffers_written as buffers_written,
       null::bigint as slru_written,
       counted.stats_reset as statistics_since
from pg_catalog.pg_stat_checkpointer as counted -- one row
