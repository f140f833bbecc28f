-- what:  use of the small caches for transaction states and their like
-- needs: nothing
-- cost:  about ten rows
select counted.name,
       counted.blks_zeroed as zeroed,
       counted.blks_hit as hits,
       counted.blks_read as reads,
       counted.blks_written as writes,
       counted.blks_exists as exists,
       counted.flushes,
       counted.truncates,
       counted.stats_reset as statistics_since
from pg_catalog.pg_stat_slru as counted
order by counted.name
