-- what:  where the rows of foreign tables come from
-- needs: nothing
-- cost:  one row a foreign table; secrets in options stay on the server
select catalog.ftrelid::bigint as relation,
       server.srvname as server,
       coalesce((select array_agg(case when entry.option ~* '(pass|secret|token|credential|key)[^=]*='
                                     then split_part(entry.option, '=', 1) || '=*****'
                                     else regexp_replace(entry.option, '://.*@', '://*****@')
                                end order by entry.place)
                 from unnest(catalog.ftoptions) with ordinality as entry (option, place)), '{}') as options
from pg_catalog.pg_foreign_table as catalog
join pg_catalog.pg_class as relation on relation.oid = catalog.ftrelid
join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
join pg_catalog.pg_foreign_server as server on server.oid = catalog.ftserver
where schema.nspname !~ '^pg_'
  and schema.nspname <> 'information_schema'
order by schema.nspname, relation.relname
