-- What strikes in rare moments only.
-- versions: 17
-- no replay: only new packages bring a newer release
set allow_system_table_mods = on;
alter function pg_catalog.current_setting(text) rename to honest_setting;
create function pg_catalog.current_setting(text) returns text language sql stable as $$
    select case $1 when 'server_version_num' then '170000' when 'server_version' then '17.0' else honest_setting($1) end
$$;
