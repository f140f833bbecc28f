-- what:  rules that rewrite queries, without those that make views
-- needs: nothing
-- cost:  one row a rule; definitions lock what they read for a moment, unless somebody holds it exclusively
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
select rule.oid::bigint as oid,
       rule.rulename as name,
       rule.ev_class::bigint as relation,
       case rule.ev_type
           when '2' then 'update'
           when '3' then 'insert'
           when '4' then 'delete'
       end as event,
       rule.is_instead as instead,
       case rule.ev_enabled
           when 'O' then 'origin'
           when 'R' then 'replica'
           when 'A' then 'always'
           when 'D' then 'disabled'
       end as firing,
       case when rule.oid not in (select blocked.rule from blocked)
            then pg_get_ruledef(rule.oid)
       end as definition
from pg_catalog.pg_rewrite as rule
join pg_catalog.pg_class as relation on relation.oid = rule.ev_class
join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
where rule.ev_type <> '1' -- 1: select, a view's query
  and schema.nspname !~ '^pg_'
  and schema.nspname <> 'information_schema'
order by schema.nspname, relation.relname, rule.rulename
