-- what:  functions, procedures, aggregates and window functions
-- needs: nothing
-- cost:  one row a function; SQL-standard bodies lock what they read for a moment, unless somebody holds it exclusively
with locked as materialized (
    select lock.relation
    from pg_catalog.pg_locks as lock
    where lock.mode = 'AccessExclusiveLock'
      and lock.locktype = 'relation'
      and lock.database = (select database.oid from pg_catalog.pg_database as database where database.datname = current_database())
), blocked as ( -- definitions that would wait for somebody who holds one of their tables
    select depend.objid as function
    from pg_catalog.pg_depend as depend
    join locked on locked.relation = depend.refobjid
    where depend.classid = 'pg_catalog.pg_proc'::regclass
      and depend.refclassid = 'pg_catalog.pg_class'::regclass
)
select function.oid::bigint as oid,
       schema.nspname as schema,
       function.proname as name,
       case function.prokind
           when 'f' then 'function'
           when 'p' then 'procedure'
           when 'a' then 'aggregate'
           when 'w' then 'window'
       end as kind,
       pg_get_function_identity_arguments(function.oid) as arguments,
       pg_get_function_arguments(function.oid) as arguments_with_defaults,
       pg_get_function_result(function.oid) as return_type,
       function.proretset as returns_set,
       language.lanname as language,
       pg_get_userbyid(function.proowner) as owner,
       case function.provolatile
           when 'i' then 'immutable'
           when 's' then 'stable'
           when 'v' then 'volatile'
       end as volatility,
       case function.proparallel
           when 's' then 'safe'
           when 'r' then 'restricted'
           when 'u' then 'unsafe'
       end as parallel,
       function.proisstrict as strict,
       function.proleakproof as leakproof,
       function.prosecdef as security_definer,
       coalesce(function.proconfig, '{}') as settings,
       function.procost::float8 as cost,
       function.prorows::float8 as rows,
       function.prosrc as source,
       case when function.prokind <> 'a' -- pg_get_functiondef refuses aggregates
                 and function.oid not in (select blocked.function from blocked)
            then pg_get_functiondef(function.oid)
       end as definition,
       extension.extname as extension
from pg_catalog.pg_proc as function
join pg_catalog.pg_namespace as schema on schema.oid = function.pronamespace
join pg_catalog.pg_language as language on language.oid = function.prolang
left join pg_catalog.pg_depend as membership
       on membership.classid = 'pg_catalog.pg_proc'::regclass
      and membership.objid = function.oid
      and membership.objsubid = 0
      and membership.refclassid = 'pg_catalog.pg_extension'::regclass
      and membership.deptype = 'e' -- e: owned by the extension
left join pg_catalog.pg_extension as extension on extension.oid = membership.refobjid
left join pg_catalog.pg_depend as made
       on made.classid = 'pg_catalog.pg_proc'::regclass
      and made.objid = function.oid
      and made.refclassid = 'pg_catalog.pg_type'::regclass
      and made.deptype = 'i' -- i: a range's constructor, made with its type
where made.objid is null
  and schema.nspname !~ '^pg_'
  and schema.nspname <> 'information_schema'
order by schema.nspname, function.proname, arguments, function.oid
