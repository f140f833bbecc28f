-- what:  the lines of pg_hba.conf and the files it includes, as they are now
-- needs: execute on function pg_hba_file_rules(), or superuser
-- cost:  reads the files
select line.rule_number as rule,
       line.file_name as file,
       line.line_number as line,
       line.type,
       coalesce(line.database, '{}') as databases,
       coalesce(line.user_name, '{}') as users,
       line.address,
       line.netmask,
       line.auth_method as method,
       array(select regexp_replace(option, '^(ldapbindpasswd|radiussecrets)=.*', '\1=****')
             from unnest(line.options) with ordinality as entry (option, place)
             order by entry.place) as options,
       line.error
from pg_catalog.pg_hba_file_rules() as line
order by line.rule_number, line.file_name, line.line_number
