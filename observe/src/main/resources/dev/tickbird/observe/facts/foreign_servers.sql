-- what:  foreign servers
-- needs: nothing
-- cost:  one row a foreign server; secrets in options stay on the server
select server.oid::bigint as oid,
       server.srvname as name,
       wrapper.fdwname as wrapper,
       pg_get_userbyid(server.srvowner) as owner,
       server.srvtype as type,
       server.srvversion as version,
       coalesce((select array_agg(case when entry.option ~* '(pass|secret|token|credential|key)[^=]*='
                                     then split_part(entry.option, '=', 1) || '=*****'
                                     else regexp_replace(entry.option, '://.*@', '://*****@')
                                end order by entry.place)
                 from unnest(server.srvoptions) with ordinality as entry (option, place)), '{}') as options,
       extension.extname as extension
from pg_catalog.pg_foreign_server as server
join pg_catalog.pg_foreign_data_wrapper as wrapper on wrapper.oid = server.srvfdw
left join pg_catalog.pg_depend as membership
       on membership.classid = 'pg_catalog.pg_foreign_server'::regclass
      and membership.objid = server.oid
      and membership.objsubid = 0
      and membership.refclassid = 'pg_catalog.pg_extension'::regclass
      and membership.deptype = 'e' -- e: owned by the extension
left join pg_catalog.pg_extension as extension on extension.oid = membership.refobjid
order by server.srvname
