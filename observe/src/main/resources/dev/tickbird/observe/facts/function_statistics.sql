-- what:  how often each function was called and what it took
-- needs: nothing
-- cost:  one row a function that was called with track_functions
select counted.funcid::bigint as function,
       counted.schemaname as schema,
       counted.funcname as name,
       counted.calls,
       counted.total_time as total_millis,
       counted.self_time as self_millis
from pg_catalog.pg_stat_user_functions as counted
order by counted.funcid
