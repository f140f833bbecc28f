-- what:  what the checkpointer has done
-- needs: nothing
-- cost:  one row
select counted.checkpoints_timed as timed,
       counted.checkpoints_req as requested,
       null::bigint as done,
       null::bigint as restartpoints_timed,
       null::bigint as restartpoints_requested,
       null::bigint as restartpoints_done,
       counted.checkpoint_write_time as write_millis,
       counted.checkpoint_sync_time as sync_millis,
       counted.buffers_checkpoint as buffers_written,
       null::bigint as slru_written,
       counted.stats_reset as statistics_since
from pg_catalog.pg_stat_bgwriter as counted -- one row
