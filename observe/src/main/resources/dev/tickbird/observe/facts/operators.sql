-- what:  operators of the user's
-- needs: nothing
-- cost:  one row an operator
select operator.oid::bigint as oid,
       schema.nspname as schema,
       operator.oprname as name,
       pg_get_userbyid(operator.oprowner) as owner,
       format_type(nullif(operator.oprleft, 0), null) as left,
       format_type(nullif(operator.oprright, 0), null) as right,
       nullif(operator.oprcode::oid, 0)::regproc::text as function,
       case when operator.oprcode <> 0
            then 'create operator ' || quote_ident(schema.nspname) || '.' || operator.oprname || ' ('
                     || concat_ws(', ',
                         'function = ' || operator.oprcode,
                         'leftarg = ' || format_type(nullif(operator.oprleft, 0), null),
                         'rightarg = ' || format_type(nullif(operator.oprright, 0), null),
                         'commutator = operator(' || quote_ident(commutator_schema.nspname) || '.' || commutator.oprname || ')',
                         'negator = operator(' || quote_ident(negator_schema.nspname) || '.' || negator.oprname || ')',
                         'restrict = ' || nullif(operator.oprrest::oid, 0)::regproc,
                         'join = ' || nullif(operator.oprjoin::oid, 0)::regproc,
                         case when operator.oprcanhash then 'hashes' end,
                         case when operator.oprcanmerge then 'merges' end)
                     || ')'
       end as definition,
       extension.extname as extension
from pg_catalog.pg_operator as operator
join pg_catalog.pg_namespace as schema on schema.oid = operator.oprnamespace
left join pg_catalog.pg_operator as commutator on commutator.oid = operator.oprcom
left join pg_catalog.pg_namespace as commutator_schema on commutator_schema.oid = commutator.oprnamespace
left join pg_catalog.pg_operator as negator on negator.oid = operator.oprnegate
left join pg_catalog.pg_namespace as negator_schema on negator_schema.oid = negator.oprnamespace
left join pg_catalog.pg_depend as membership
       on membership.classid = 'pg_catalog.pg_operator'::regclass
      and membership.objid = operator.oid
      and membership.objsubid = 0
      and membership.refclassid = 'pg_catalog.pg_extension'::regclass
      and membership.deptype = 'e' -- e: owned by the extension
left join pg_catalog.pg_extension as extension on extension.oid = membership.refobjid
where schema.nspname !~ '^pg_'
  and schema.nspname <> 'information_schema'
order by schema.nspname, operator.oprname, operator.oid
