-- what:  the settings of this session, with where each value comes from; secrets are masked
-- needs: pg_read_all_settings for the ones only superusers see
-- cost:  one row a setting
select setting.name,
       coalesce(case when secret.by_name then regexp_replace(setting.setting, '.+', '****')
                     else regexp_replace(setting.setting, secret.part, '****', 'gi') end, '') as value,
       setting.unit,
       setting.category,
       setting.vartype as type,
       setting.context,
       setting.source,
       setting.min_val as minimum,
       setting.max_val as maximum,
       setting.boot_val as boot_value,
       case when secret.by_name then regexp_replace(setting.reset_val, '.+', '****')
            else regexp_replace(setting.reset_val, secret.part, '****', 'gi') end as reset_value,
       setting.sourcefile as source_file,
       setting.sourceline as source_line,
       setting.pending_restart
from pg_catalog.pg_settings as setting
cross join lateral (
    select setting.name ~* '(secret|token|passphrase_command|passwd|password|[._]key)$' as by_name,
           '(?<=(passw(or)?d|secret|secret_access_key|token)\s*[=:]\s*)(''[^'']*''|[^''\s&]+)|(?<=://[^:/@\s]*:)[^@/\s]+(?=@)' as part) as secret
order by setting.name
