-- The server says that it is an early release of its major version; there is a GiST index, and no BRIN index.
-- versions: 14
-- no replay: only new packages bring a newer release
create table seat (place point);
create index on seat using gist (place);
set allow_system_table_mods = on;
alter function pg_catalog.current_setting(text) rename to honest_setting;
create function pg_catalog.current_setting(text) returns text language sql stable as $$
    select case $1 when 'server_version_num' then '140003' when 'server_version' then '14.3' else honest_setting($1) end
$$;
