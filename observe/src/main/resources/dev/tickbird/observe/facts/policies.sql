-- what:  row security policies
-- needs: nothing
-- cost:  one row a policy; conditions lock what they read for a moment, unless somebody holds it exclusively
with grantee as (
    select policy.oid,
           array_agg(case when entry.role = 0 then 'public' -- 0: everybody
                          else pg_get_userbyid(entry.role)::text end order by entry.place) as roles
    from pg_catalog.pg_policy as policy
    cross join lateral unnest(policy.polroles) with ordinality as entry (role, place)
    group by policy.oid
), locked as materialized (
    select lock.relation
    from pg_catalog.pg_locks as lock
    where lock.mode = 'AccessExclusiveLock'
      and lock.locktype = 'relation'
      and lock.database = (select database.oid from pg_catalog.pg_database as database where database.datname = current_database())
), blocked as ( -- definitions that would wait for somebody who holds one of their tables
    select depend.objid as policy
    from pg_catalog.pg_depend as depend
    join locked on locked.relation = depend.refobjid
    where depend.classid = 'pg_catalog.pg_policy'::regclass
      and depend.refclassid = 'pg_catalog.pg_class'::regclass
)
select policy.oid::bigint as oid,
       policy.polname as name,
       policy.polrelid::bigint as relation,
       case policy.polcmd
           when '*' then 'all'
           when 'r' then 'select'
           when 'a' then 'insert'
           when 'w' then 'update'
           when 'd' then 'delete'
       end as command,
       policy.polpermissive as permissive,
       grantee.roles,
       policy.polqual is not null as has_using,
       policy.polwithcheck is not null as has_check,
       case when policy.oid not in (select blocked.policy from blocked)
            then pg_get_expr(policy.polqual, policy.polrelid)
       end as using,
       case when policy.oid not in (select blocked.policy from blocked)
            then pg_get_expr(policy.polwithcheck, policy.polrelid)
       end as check
from pg_catalog.pg_policy as policy
join grantee on grantee.oid = policy.oid
join pg_catalog.pg_class as relation on relation.oid = policy.polrelid
join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
where schema.nspname !~ '^pg_'
  and schema.nspname <> 'information_schema'
order by schema.nspname, relation.relname, policy.polname
