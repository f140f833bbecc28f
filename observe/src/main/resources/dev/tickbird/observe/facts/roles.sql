-- what:  the roles of the server
-- needs: nothing
-- cost:  one row a role
select role.oid::bigint as oid,
       role.rolname as name,
       role.rolsuper as superuser,
       role.rolinherit as inherits,
       role.rolcreaterole as creates_roles,
       role.rolcreatedb as creates_databases,
       role.rolcanlogin as can_login,
       role.rolreplication as replicates,
       role.rolbypassrls as bypasses_row_security,
       role.rolconnlimit as connection_limit,
       nullif(role.rolvaliduntil, 'infinity') as valid_until,
       role.oid < 16384 and role.rolname ~ '^pg_' as built_in -- 16384: the first OID of user objects
from pg_catalog.pg_roles as role
order by role.rolname
