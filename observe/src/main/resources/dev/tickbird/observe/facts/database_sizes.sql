-- what:  how much disk each database takes
-- needs: connect on the database, or pg_read_all_stats
-- cost:  looks at every file of every database: a second for each hundred thousand
select database.oid::bigint as oid,
       database.datname as name,
       pg_database_size(database.oid) as bytes
from pg_catalog.pg_database as database
where has_database_privilege(database.oid, 'connect')
   or pg_has_role('pg_read_all_stats', 'usage')
order by database.datname
