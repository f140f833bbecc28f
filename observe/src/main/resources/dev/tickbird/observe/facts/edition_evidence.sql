-- what:  what betrays the service or operator that runs the server
-- needs: nothing
-- cost:  a few catalog look-ups
select 'role' as kind, role.rolname::text collate "C" as name, '' as value
from pg_catalog.pg_roles as role
where role.rolname in (
    'alloydbadmin', 'alloydbsuperuser', 'avnadmin', 'azure_pg_admin', 'azuresu', 'cloudsqladmin', 'cloudsqlsuperuser',
    'crunchy_pooler', 'doadmin', 'neon_superuser', 'rds_superuser', 'rdsadmin', 'streaming_replica', 'supabase_admin',
    'tsdbadmin')
union all
select distinct 'setting', split_part(setting.name, '.', 1) collate "C" || '.', ''
from pg_catalog.pg_settings as setting
where split_part(setting.name, '.', 1) in ('alloydb', 'azure', 'cloudsql', 'cnpg', 'neon', 'rds', 'supautils')
  and setting.source not in ('database', 'user', 'database user', 'client', 'session') -- what anybody could set
union all
select distinct 'function', function.proname::text collate "C", ''
from pg_catalog.pg_proc as function
where function.proname in ('aurora_version')
  and function.oid < 16384 -- the first OID of user objects
union all
select 'schema', schema.nspname::text collate "C", ''
from pg_catalog.pg_namespace as schema
where schema.nspname in ('_heroku', 'auth', 'heroku_ext', 'storage', 'supabase_functions')
union all
select 'extension', extension.extname::text collate "C", ''
from pg_catalog.pg_extension as extension
where extension.extname in ('aiven_extras', 'azure', 'crunchy_pooler', 'google_columnar_engine', 'neon', 'supabase_vault')
union all
select 'database', database.datname::text collate "C", ''
from pg_catalog.pg_database as database
where database.datname in ('alloydbadmin', 'azure_maintenance', 'azure_sys', 'cloudsqladmin', 'rdsadmin')
union all
select 'path', setting.name collate "C", substring(setting.setting from '^/[a-z]+')
from pg_catalog.pg_settings as setting
where setting.name in ('archive_command', 'config_file', 'data_directory', 'unix_socket_directories')
  and setting.setting ~ '^/(controller|datadrive|rdsdbdata)/'
order by 1, 2
