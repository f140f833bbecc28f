-- what:  the partition keys that could not be read because of somebody's exclusive lock
-- needs: nothing
-- cost:  one row
select count(distinct catalog.partrelid) as hidden,
       count(distinct catalog.partrelid) || ' partition keys were not read: their tables are locked exclusively' as reason,
       'Run again when the locks are gone.' as hint
from pg_catalog.pg_locks as lock
join pg_catalog.pg_partitioned_table as catalog on catalog.partrelid = lock.relation
where lock.mode = 'AccessExclusiveLock'
  and lock.locktype = 'relation'
  and lock.database = (select database.oid from pg_catalog.pg_database as database where database.datname = current_database())
