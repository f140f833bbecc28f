-- The server says that it is no release.
-- versions: 18
-- no replay: data are dumped and loaded into another server
set allow_system_table_mods = on;
alter function pg_catalog.current_setting(text) rename to honest_setting;
create function pg_catalog.current_setting(text) returns text language sql stable as $$
    select case $1 when 'server_version' then '18beta1' else honest_setting($1) end
$$;
