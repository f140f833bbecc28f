-- what:  the databases of the server
-- needs: nothing
-- cost:  one row a database; no file is touched
select database.oid::bigint as oid,
       database.datname as name,
       pg_get_userbyid(database.datdba) as owner,
       pg_encoding_to_char(database.encoding) as encoding,
       database.datcollate as collation,
       database.datctype as character_type,
       'libc' as provider,
       null::text as locale,
       null::text as collation_version,
       null::text as actual_collation_version,
       space.spcname as tablespace,
       database.datistemplate as template,
       database.datallowconn as allows_connections,
       database.datconnlimit as connection_limit, -- -2: a "drop database" was interrupted
       age(database.datfrozenxid)::bigint as frozen_age,
       mxid_age(database.datminmxid)::bigint as multixact_age,
       has_database_privilege(database.oid, 'connect') as connectable
from pg_catalog.pg_database as database
join pg_catalog.pg_tablespace as space on space.oid = database.dattablespace
order by database.datname
