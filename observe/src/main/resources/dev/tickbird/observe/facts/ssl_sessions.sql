-- what:  how each session is protected on its way: TLS, GSSAPI or nothing
-- needs: pg_read_all_stats for the sessions of other roles
-- cost:  one row a session
select session.pid,
       activity.datname as database,
       activity.usename as role,
       coalesce(activity.application_name, '') as application,
       host(activity.client_addr) as client_address, -- null: a Unix socket
       session.pid = pg_backend_pid() as own,
       session.ssl,
       session.version,
       session.cipher,
       session.bits,
       session.client_dn as client_name,
       coalesce(gss.encrypted, false) as gss_encrypted
from pg_catalog.pg_stat_ssl as session
join pg_catalog.pg_stat_activity as activity on activity.pid = session.pid
left join pg_catalog.pg_stat_gssapi as gss on gss.pid = session.pid
where session.ssl is not null -- null: the session began or ended just now
order by session.pid
