-- what:  the tablespaces, with their size
-- needs: pg_read_all_stats, or create on the tablespace, for the size
-- cost:  looks at every file: a second for each hundred thousand
select space.oid::bigint as oid,
       space.spcname as name,
       pg_get_userbyid(space.spcowner) as owner,
       case when has_function_privilege('pg_catalog.pg_tablespace_location(oid)', 'execute')
            then nullif(pg_tablespace_location(space.oid), '') -- empty: in the data directory
       end as location,
       coalesce(space.spcoptions, '{}') as options,
       case when pg_has_role('pg_read_all_stats', 'usage')
              or has_tablespace_privilege(space.oid, 'create')
              or space.oid = (select database.dattablespace -- everybody may ask for the own database's
                              from pg_catalog.pg_database as database
                              where database.datname = current_database())
            then pg_tablespace_size(space.oid)
       end as bytes
from pg_catalog.pg_tablespace as space
order by space.spcname
