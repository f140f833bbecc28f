-- what:  the lines of pg_ident.conf, as the file is now
-- needs: execute on function pg_ident_file_mappings(), or superuser
-- cost:  reads the file
select null::int as rule,
       null::text as file,
       line.line_number as line,
       line.map_name as map,
       line.sys_name as system_user,
       line.pg_username as role,
       line.error
from pg_catalog.pg_ident_file_mappings() as line
order by line.line_number
