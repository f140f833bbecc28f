-- what:  the settings in the configuration files, as the files are now; secrets are masked
-- needs: execute on function pg_show_all_file_settings(), or superuser
-- cost:  reads the files
select line.sourcefile as file,
       line.sourceline as line,
       line.seqno as sequence,
       line.name,
       case when line.name ~* '(secret|token|passphrase_command|passwd|password|[._]key)$' then regexp_replace(line.setting, '.+', '****') -- a secret by its name
            else regexp_replace(line.setting, '(?<=(passw(or)?d|secret|secret_access_key|token)\s*[=:]\s*)(''[^'']*''|[^''\s&]+)|(?<=://[^:/@\s]*:)[^@/\s]+(?=@)', '****', 'gi')
       end as value,
       line.applied,
       line.error
from pg_catalog.pg_show_all_file_settings() as line
order by line.seqno
