-- what:  the relations whose size cannot be read because they are locked exclusively
-- needs: nothing
-- cost:  one row
select count(distinct lock.relation) as hidden,
       count(distinct lock.relation) || ' relations are locked exclusively; their size was not read' as reason,
       'Run again when the locks are gone.' as hint
from pg_catalog.pg_locks as lock
where lock.mode = 'AccessExclusiveLock'
  and lock.locktype = 'relation'
  and lock.relation >= 16384
  and lock.database = (select database.oid from pg_catalog.pg_database as database where database.datname = current_database())
