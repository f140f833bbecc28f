-- what:  the queries behind materialized views
-- needs: nothing
-- cost:  one row a materialized view; definitions lock what they read for a moment, unless somebody holds it exclusively
with locked as materialized (
    select lock.relation
    from pg_catalog.pg_locks as lock
    where lock.mode = 'AccessExclusiveLock'
      and lock.locktype = 'relation'
      and lock.database = (select database.oid from pg_catalog.pg_database as database where database.datname = current_database())
), blocked as ( -- definitions that would wait for somebody who holds one of their tables
    select depend.objid as rule
    from pg_catalog.pg_depend as depend
    join locked on locked.relation = depend.refobjid
    where depend.classid = 'pg_catalog.pg_rewrite'::regclass
      and depend.refclassid = 'pg_catalog.pg_class'::regclass
)
select relation.oid::bigint as relation,
       relation.relispopulated as populated,
       case when rule.oid not in (select blocked.rule from blocked)
            then pg_get_viewdef(relation.oid)
       end as definition
from pg_catalog.pg_class as relation
join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
join pg_catalog.pg_rewrite as rule on rule.ev_class = relation.oid and rule.rulename = '_RETURN' -- the view's query
where relation.relkind = 'm'
  and schema.nspname !~ '^pg_'
  and schema.nspname <> 'information_schema'
order by schema.nspname, relation.relname
