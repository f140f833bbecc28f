-- The server says that it is an early release of its major version, which moreover ends some day.
-- versions: 18
-- thresholds: notice = 3650 d
-- no replay: only new packages bring a newer release
set allow_system_table_mods = on;
alter function pg_catalog.current_setting(text) rename to honest_setting;
create function pg_catalog.current_setting(text) returns text language sql stable as $$
    select case $1 when 'server_version_num' then '180001' when 'server_version' then '18.1' else honest_setting($1) end
$$;
