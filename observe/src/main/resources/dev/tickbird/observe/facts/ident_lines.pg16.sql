-- what:  the lines of pg_ident.conf and the files it includes, as they are now
-- needs: execute on function pg_ident_file_mappings(), or superuser
-- cost:  reads the files
select line.map_number as rule,
       line.file_name as file,
       line.line_number as line,
       line.map_name as map,
       line.sys_name as system_user,
       line.pg_username as role,
       line.error
from pg_catalog.pg_ident_file_mappings() as line
order by line.map_number, line.file_name, line.line_number
