-- what:  the server, the database and the role that examines it
-- needs: nothing
-- cost:  one row
select current_setting('server_version_num')::int as version_number,
       current_setting('server_version') as version,
       current_database() as database,
       current_user as role,
       current_setting('is_superuser')::bool as superuser,
       pg_has_role('pg_monitor', 'usage') as monitor,
       pg_is_in_recovery() as in_recovery,
       now() as now,
       pg_postmaster_start_time() as started_at,
       coalesce(
           statistics.stats_reset, -- since 15 null until somebody resets them, and again after a crash
           greatest(pg_postmaster_start_time(), least(archiver.stats_reset, writer.stats_reset))) -- both begin anew in a crash
           as statistics_since,
       host(inet_server_addr()) as address,
       inet_server_port() as port,
       pg_backend_pid() as backend_pid,
       current_setting('block_size')::int as block_size,
       case when has_function_privilege('pg_catalog.pg_control_system()', 'execute')
            then (select control.system_identifier::text from pg_catalog.pg_control_system() as control)
       end as system_identifier
from pg_catalog.pg_stat_database as statistics
cross join pg_catalog.pg_stat_archiver as archiver
cross join pg_catalog.pg_stat_bgwriter as writer
where statistics.datname = current_database()
