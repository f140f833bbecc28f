-- what:  the lines of pg_hba.conf, as the file is now
-- needs: execute on function pg_hba_file_rules(), or superuser
-- cost:  reads the file
select null::int as rule,
       null::text as file,
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
order by line.line_number
