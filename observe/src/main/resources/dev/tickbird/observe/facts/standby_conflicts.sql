-- what:  the queries that recovery cancelled on this standby
-- needs: nothing
-- cost:  one row a database
select counted.datid::bigint as database,
       counted.datname as name,
       counted.confl_tablespace as tablespaces,
       counted.confl_lock as locks,
       counted.confl_snapshot as snapshots,
       counted.confl_bufferpin as buffer_pins,
       counted.confl_deadlock as deadlocks,
       null::bigint as logical_slots
from pg_catalog.pg_stat_database_conflicts as counted
order by counted.datname
