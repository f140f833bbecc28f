-- what:  as whom roles enter foreign servers
-- needs: to own the server, or be mapped oneself and have usage on it, for the options
-- cost:  one row a mapping; the values of options stay on the server
select mapping.umid::bigint as oid,
       mapping.srvname as server,
       case when mapping.umuser = 0 then 'public' -- 0: everybody
            else pg_get_userbyid(mapping.umuser)::text end as role,
       coalesce((select array_agg(split_part(entry.option, '=', 1) order by entry.place)
                 from unnest(mapping.umoptions) with ordinality as entry (option, place)), '{}') as option_names
from pg_catalog.pg_user_mappings as mapping
order by mapping.srvname, role
