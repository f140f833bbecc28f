-- what:  the settings that databases and roles give to new sessions; secrets are masked
-- needs: nothing
-- cost:  one row a setting
select database.datname as database,
       role.rolname as role,
       entry.name,
       case when entry.name ~* '(secret|token|passphrase_command|passwd|password|[._]key)$' then '****' -- a secret by its name
            else regexp_replace(entry.value, '(?<=(passw(or)?d|secret|secret_access_key|token)\s*[=:]\s*)(''[^'']*''|[^''\s&]+)|(?<=://[^:/@\s]*:)[^@/\s]+(?=@)', '****', 'gi')
       end as value
from pg_catalog.pg_db_role_setting as override
cross join lateral (
    select split_part(assignment, '=', 1) as name, substr(assignment, strpos(assignment, '=') + 1) as value
    from unnest(override.setconfig) as assignment) as entry
left join pg_catalog.pg_database as database on database.oid = override.setdatabase -- 0: every database
left join pg_catalog.pg_roles as role on role.oid = override.setrole -- 0: every role
order by database.datname nulls first, role.rolname nulls first, entry.name
