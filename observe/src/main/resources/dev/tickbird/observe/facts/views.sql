-- what:  views with their queries
-- needs: nothing
-- cost:  one row a view; definitions lock what they read for a moment, unless somebody holds it exclusively
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
select relation.oid::bigint as oid,
       schema.nspname as schema,
       relation.relname as name,
       pg_get_userbyid(relation.relowner) as owner,
       coalesce(relation.reloptions, '{}') as options,
       case when rule.oid not in (select blocked.rule from blocked)
            then pg_get_viewdef(relation.oid)
       end as definition,
       extension.extname as extension
from pg_catalog.pg_class as relation
join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
join pg_catalog.pg_rewrite as rule on rule.ev_class = relation.oid and rule.rulename = '_RETURN' -- the view's query
left join pg_catalog.pg_depend as membership
       on membership.classid = 'pg_catalog.pg_class'::regclass
      and membership.objid = relation.oid
      and membership.objsubid = 0
      and membership.refclassid = 'pg_catalog.pg_extension'::regclass
      and membership.deptype = 'e' -- e: owned by the extension
left join pg_catalog.pg_extension as extension on extension.oid = membership.refobjid
where relation.relkind = 'v'
  and schema.nspname !~ '^pg_'
  and schema.nspname <> 'information_schema'
order by schema.nspname, relation.relname
