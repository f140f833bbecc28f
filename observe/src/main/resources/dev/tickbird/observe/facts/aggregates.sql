-- what:  how aggregates work
-- needs: nothing
-- cost:  one row an aggregate
select function.oid::bigint as oid,
       aggregate.aggtransfn::text as transition_function,
       format_type(aggregate.aggtranstype, null) as transition_type,
       aggregate.aggcombinefn <> 0 as combines,
       'create aggregate ' || quote_ident(schema.nspname) || '.' || quote_ident(function.proname)
           || '(' || coalesce(nullif(pg_get_function_arguments(function.oid), ''), '*') || ') ('
           || concat_ws(', ',
               'sfunc = ' || aggregate.aggtransfn,
               'stype = ' || format_type(aggregate.aggtranstype, null),
               'sspace = ' || nullif(aggregate.aggtransspace, 0),
               'finalfunc = ' || nullif(aggregate.aggfinalfn::oid, 0)::regproc,
               case when aggregate.aggfinalextra then 'finalfunc_extra' end,
               case when aggregate.aggfinalfn <> 0
                    then 'finalfunc_modify = ' || case aggregate.aggfinalmodify
                                                      when 'r' then 'read_only' when 's' then 'shareable'
                                                      else 'read_write' end end,
               'combinefunc = ' || nullif(aggregate.aggcombinefn::oid, 0)::regproc,
               'serialfunc = ' || nullif(aggregate.aggserialfn::oid, 0)::regproc,
               'deserialfunc = ' || nullif(aggregate.aggdeserialfn::oid, 0)::regproc,
               'initcond = ' || quote_literal(aggregate.agginitval),
               'msfunc = ' || nullif(aggregate.aggmtransfn::oid, 0)::regproc,
               'minvfunc = ' || nullif(aggregate.aggminvtransfn::oid, 0)::regproc,
               'mstype = ' || format_type(nullif(aggregate.aggmtranstype, 0), null),
               'msspace = ' || nullif(aggregate.aggmtransspace, 0),
               'mfinalfunc = ' || nullif(aggregate.aggmfinalfn::oid, 0)::regproc,
               case when aggregate.aggmfinalextra then 'mfinalfunc_extra' end,
               case when aggregate.aggmfinalfn <> 0
                    then 'mfinalfunc_modify = ' || case aggregate.aggmfinalmodify
                                                       when 'r' then 'read_only' when 's' then 'shareable'
                                                       else 'read_write' end end,
               'minitcond = ' || quote_literal(aggregate.aggminitval),
               'sortop = operator(' || quote_ident(operator_schema.nspname) || '.' || operator.oprname || ')',
               'parallel = ' || case function.proparallel
                                    when 's' then 'safe' when 'r' then 'restricted' else 'unsafe' end,
               case when aggregate.aggkind = 'h' then 'hypothetical' end)
           || ')' as definition,
       extension.extname as extension
from pg_catalog.pg_aggregate as aggregate
join pg_catalog.pg_proc as function on function.oid = aggregate.aggfnoid
join pg_catalog.pg_namespace as schema on schema.oid = function.pronamespace
left join pg_catalog.pg_operator as operator on operator.oid = aggregate.aggsortop
left join pg_catalog.pg_namespace as operator_schema on operator_schema.oid = operator.oprnamespace
left join pg_catalog.pg_depend as membership
       on membership.classid = 'pg_catalog.pg_proc'::regclass
      and membership.objid = function.oid
      and membership.objsubid = 0
      and membership.refclassid = 'pg_catalog.pg_extension'::regclass
      and membership.deptype = 'e' -- e: owned by the extension
left join pg_catalog.pg_extension as extension on extension.oid = membership.refobjid
where schema.nspname !~ '^pg_'
  and schema.nspname <> 'information_schema'
order by schema.nspname, function.proname, function.oid
