-- what:  the standbys and subscribers that receive WAL from here
-- needs: pg_read_all_stats for those of other roles
-- cost:  one row a process
select replica.pid,
       replica.usename as role,
       coalesce(replica.application_name, '') as application,
       host(replica.client_addr) as client_address, -- null: a Unix socket
       replica.backend_start as started_at,
       replica.state,
       pg_wal_lsn_diff(log.position, replica.sent_lsn)::bigint as sent_lag_bytes,
       pg_wal_lsn_diff(log.position, replica.write_lsn)::bigint as write_lag_bytes,
       pg_wal_lsn_diff(log.position, replica.flush_lsn)::bigint as flush_lag_bytes,
       pg_wal_lsn_diff(log.position, replica.replay_lsn)::bigint as replay_lag_bytes,
       extract(epoch from replica.write_lag)::float8 as write_lag_seconds,
       extract(epoch from replica.flush_lag)::float8 as flush_lag_seconds,
       extract(epoch from replica.replay_lag)::float8 as replay_lag_seconds,
       replica.sync_priority,
       replica.sync_state,
       age(replica.backend_xmin)::bigint as snapshot_age,
       replica.reply_time as replied_at
from pg_catalog.pg_stat_replication as replica
cross join (
    select case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_lsn() end as position) as log
where replica.state is not null -- null: hidden
order by replica.pid
