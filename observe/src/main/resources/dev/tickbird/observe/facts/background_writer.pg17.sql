-- what:  what the background writer has done
-- needs: nothing
-- cost:  one row
select counted.buffers_clean as buffers_cleaned,
       counted.maxwritten_clean as stops,
       counted.buffers_alloc as buffers_allocated,
       null::bigint as buffers_backend,
       null::bigint as backend_syncs,
       counted.stats_reset as statistics_since
from pg_catalog.pg_stat_bgwriter as counted -- one row
