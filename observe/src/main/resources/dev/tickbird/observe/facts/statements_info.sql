-- what:  how reliable the counters of pg_stat_statements are
-- needs: nothing
-- cost:  one row
-- extension: pg_stat_statements
select info.dealloc as deallocations,
       info.stats_reset as statistics_since
from pg_stat_statements_info() as info -- one row
