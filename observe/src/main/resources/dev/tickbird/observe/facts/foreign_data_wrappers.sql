-- what:  foreign-data wrappers
-- needs: nothing
-- cost:  one row a wrapper; secrets in options stay on the server
select wrapper.oid::bigint as oid,
       wrapper.fdwname as name,
       pg_get_userbyid(wrapper.fdwowner) as owner,
       nullif(wrapper.fdwhandler, 0)::regproc::text as handler,
       nullif(wrapper.fdwvalidator, 0)::regproc::text as validator,
       coalesce((select array_agg(case when entry.option ~* '(pass|secret|token|credential|key)[^=]*='
                                     then split_part(entry.option, '=', 1) || '=*****'
                                     else regexp_replace(entry.option, '://.*@', '://*****@')
                                end order by entry.place)
                 from unnest(wrapper.fdwoptions) with ordinality as entry (option, place)), '{}') as options,
       extension.extname as extension
from pg_catalog.pg_foreign_data_wrapper as wrapper
left join pg_catalog.pg_depend as membership
       on membership.classid = 'pg_catalog.pg_foreign_data_wrapper'::regclass
      and membership.objid = wrapper.oid
      and membership.objsubid = 0
      and membership.refclassid = 'pg_catalog.pg_extension'::regclass
      and membership.deptype = 'e' -- e: owned by the extension
left join pg_catalog.pg_extension as extension on extension.oid = membership.refobjid
order by wrapper.fdwname
