-- what:  the partition keys that could not be read because of somebody's exclusive lock
-- needs: nothing
-- cost:  one row
with locked as materialized ( -- asked once, for the server goes through all locks each time
    select distinct lock.relation
    from pg_catalog.pg_locks as lock
    where lock.mode = 'AccessExclusiveLock'
      and lock.locktype = 'relation'
      and lock.database = (select database.oid from pg_catalog.pg_database as database where database.datname = current_database())
)
select count(distinct catalog.partrelid) as hidden,
       count(distinct catalog.partrelid) || ' partition keys were not read: their tables are locked exclusively' as reason,
       'Run again when the locks are gone.' as hint
from locked
join pg_catalog.pg_partitioned_table as catalog on catalog.partrelid = locked.relation
