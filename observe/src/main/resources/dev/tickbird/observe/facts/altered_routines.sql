-- what:  functions and operators of PostgreSQL and of extensions that were changed since they came; a few that were not, too
-- needs: nothing
-- cost:  goes through all functions and operators; one row each that was changed after initdb, or apart from its extension
with initdb as ( -- PL/pgSQL comes last: what is older was never changed, and 2 is the number of what was always there
    select coalesce(max(function.xmin::text::bigint), 2) as number
    from pg_catalog.pg_proc as function
    where function.proname = 'plpgsql_call_handler'
      and function.oid < 16384 -- the first OID of user objects
), routine as (
    select function.oid,
           function.xmin,
           'pg_catalog.pg_proc'::regclass as catalog,
           'function' as kind,
           format('%I.%I(%s)', schema.nspname, function.proname, pg_get_function_identity_arguments(function.oid)) as name,
           concat_ws(' ',
               case function.provolatile when 'i' then 'immutable' when 's' then 'stable' when 'v' then 'volatile' end,
               case function.proparallel when 's' then 'parallel safe' when 'r' then 'parallel restricted' when 'u' then 'parallel unsafe' end,
               case when function.proisstrict then 'strict' else 'called on null input' end,
               case when function.proleakproof then 'leakproof' else 'not leakproof' end,
               'cost ' || function.procost,
               case when function.proretset then 'rows ' || function.prorows end,
               'support ' || nullif(function.prosupport::oid, 0)::regproc) as change
    from pg_catalog.pg_proc as function
    join pg_catalog.pg_namespace as schema on schema.oid = function.pronamespace
    where function.prokind in ('f', 'w') -- f: a function, w: a window function; the others have no traits to alter
    union all
    select operator.oid,
           operator.xmin,
           'pg_catalog.pg_operator'::regclass,
           'operator',
           format('%I.%s (%s, %s)', schema.nspname, operator.oprname,
               coalesce(format_type(nullif(operator.oprleft, 0), null), 'none'), format_type(operator.oprright, null)),
           format('set (restrict = %s, join = %s)',
               coalesce(nullif(operator.oprrest::oid, 0)::regproc::text, 'none'),
               coalesce(nullif(operator.oprjoin::oid, 0)::regproc::text, 'none'))
    from pg_catalog.pg_operator as operator
    join pg_catalog.pg_namespace as schema on schema.oid = operator.oprnamespace
)
select routine.oid::bigint as oid,
       routine.kind,
       routine.name,
       extension.extname as extension,
       'alter ' || routine.kind || ' ' || routine.name || ' ' || routine.change as definition
from routine
cross join initdb
left join pg_catalog.pg_depend as membership
       on membership.classid = routine.catalog
      and membership.objid = routine.oid
      and membership.objsubid = 0
      and membership.refclassid = 'pg_catalog.pg_extension'::regclass
      and membership.deptype = 'e' -- e: owned by the extension
left join pg_catalog.pg_extension as extension on extension.oid = membership.refobjid
where case
          when extension.oid is not null then routine.xmin <> extension.xmin
          else routine.oid < 16384 and routine.xmin::text::bigint > initdb.number
      end
order by routine.kind, routine.name, routine.oid
