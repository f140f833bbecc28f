-- what:  the definitions of views that could not be read because of somebody's exclusive lock
-- needs: nothing
-- cost:  one row
with locked as materialized ( -- asked once, for the server goes through all locks each time
    select distinct lock.relation
    from pg_catalog.pg_locks as lock
    where lock.mode = 'AccessExclusiveLock'
      and lock.locktype = 'relation'
      and lock.database = (select database.oid from pg_catalog.pg_database as database where database.datname = current_database())
)
select count(distinct rule.oid) as hidden,
       count(distinct rule.oid) || case count(distinct rule.oid) when 1 then ' definition of views was' else ' definitions of views were' end
           || ' not read: what they read is locked exclusively' as reason,
       'Run again when the locks are gone.' as hint
from locked
join pg_catalog.pg_depend as depend
  on depend.refclassid = 'pg_catalog.pg_class'::regclass
 and depend.refobjid = locked.relation
 and depend.classid = 'pg_catalog.pg_rewrite'::regclass
join pg_catalog.pg_rewrite as rule on rule.oid = depend.objid
join pg_catalog.pg_class as relation on relation.oid = rule.ev_class
where relation.relkind = 'v' and rule.ev_type = '1' -- 1: select, the view's query
