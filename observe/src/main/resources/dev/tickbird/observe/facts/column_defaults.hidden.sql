-- what:  the defaults of columns that could not be read because of somebody's exclusive lock
-- needs: nothing
-- cost:  one row
select count(distinct filling.oid) as hidden,
       count(distinct filling.oid) || ' defaults of columns were not read: their tables are locked exclusively' as reason,
       'Run again when the locks are gone.' as hint
from pg_catalog.pg_locks as lock
join pg_catalog.pg_attrdef as filling on filling.adrelid = lock.relation
where lock.mode = 'AccessExclusiveLock'
  and lock.locktype = 'relation'
  and lock.database = (select database.oid from pg_catalog.pg_database as database where database.datname = current_database())
