-- what:  the server's processes and what they do, this session left out; passwords in queries are masked
-- needs: pg_read_all_stats for the sessions of other roles
-- cost:  one row a process
select activity.pid,
       activity.datname as database,
       activity.usename as role,
       coalesce(activity.application_name, '') as application,
       host(activity.client_addr) as client_address,
       case when activity.backend_type is not null then activity.backend_type
            when activity.query = '<insufficient privilege>' then 'unknown'
            else 'background worker' -- one that has just begun or ended has no type
       end as kind,
       activity.backend_start as started_at,
       activity.xact_start as transaction_started_at,
       activity.query_start as query_started_at,
       activity.state_change as state_changed_at,
       activity.state,
       activity.wait_event_type,
       activity.wait_event,
       age(activity.backend_xid)::bigint as transaction_age,
       age(activity.backend_xmin)::bigint as snapshot_age,
       activity.query_id,
       case when activity.query ~* 'passw|secret|token|[._]key|://'
            then regexp_replace(activity.query,
                     '(?<=(passw(or)?d|secret|token|[._]key)\s*(=|to)?\s*)(E?''([^'']|'''')*''|''''[^'']*'''')'
                         -- in a connection string or an address
                         '|(?<=(passw(or)?d|secret|token)\s*=\s*)[^''\s,$()]+(?=''|\s+\w+\s*=)'
                         '|(?<=://[^:/@\s]*:)[^@/\s]+(?=@)',
                     '''****''', 'gi')
            else nullif(activity.query, '<insufficient privilege>')
       end as query,
       case when activity.wait_event_type = 'Lock' then pg_blocking_pids(activity.pid) else '{}' end as blocked_by
from pg_catalog.pg_stat_activity as activity
where activity.pid <> pg_backend_pid()
order by activity.pid
