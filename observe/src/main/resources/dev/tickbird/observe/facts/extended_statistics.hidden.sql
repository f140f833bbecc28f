-- what:  the definitions of statistics objects that could not be read because of somebody's exclusive lock
-- needs: nothing
-- cost:  one row
with locked as materialized ( -- asked once, for the server goes through all locks each time
    select distinct lock.relation
    from pg_catalog.pg_locks as lock
    where lock.mode = 'AccessExclusiveLock'
      and lock.locktype = 'relation'
      and lock.database = (select database.oid from pg_catalog.pg_database as database where database.datname = current_database())
)
select count(distinct statistics.oid) as hidden,
       count(distinct statistics.oid) || case count(distinct statistics.oid) when 1 then ' definition of statistics objects was' else ' definitions of statistics objects were' end
           || ' not read: their tables are locked exclusively' as reason,
       'Run again when the locks are gone.' as hint
from locked
join pg_catalog.pg_statistic_ext as statistics on statistics.stxrelid = locked.relation
