-- what:  the definitions of functions that could not be read because of somebody's exclusive lock
-- needs: nothing
-- cost:  one row
with locked as materialized ( -- asked once, for the server goes through all locks each time
    select distinct lock.relation
    from pg_catalog.pg_locks as lock
    where lock.mode = 'AccessExclusiveLock'
      and lock.locktype = 'relation'
      and lock.database = (select database.oid from pg_catalog.pg_database as database where database.datname = current_database())
)
select count(distinct depend.objid) as hidden,
       count(distinct depend.objid) || case count(distinct depend.objid) when 1 then ' definition of functions was' else ' definitions of functions were' end
           || ' not read: what they read is locked exclusively' as reason,
       'Run again when the locks are gone.' as hint
from locked
join pg_catalog.pg_depend as depend
  on depend.refclassid = 'pg_catalog.pg_class'::regclass
 and depend.refobjid = locked.relation
 and depend.classid = 'pg_catalog.pg_proc'::regclass
