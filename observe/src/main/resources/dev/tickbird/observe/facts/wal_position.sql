-- what:  where the write-ahead log is: written on a primary, replayed on a standby
-- needs: nothing
-- cost:  one row
select log.position::text as position,
       pg_wal_lsn_diff(log.position, '0/0')::bigint as bytes,
       case when recovery.running then pg_wal_lsn_diff(pg_last_wal_receive_lsn(), '0/0')::bigint end as received_bytes,
       case when recovery.running then pg_last_xact_replay_timestamp() end as replayed_at,
       case when recovery.running then pg_is_wal_replay_paused() end as replay_paused,
       control.timeline,
       control.checkpoint_at,
       control.checkpoint_bytes
from (select pg_is_in_recovery() as running) as recovery
cross join lateral (
    select coalesce(case when recovery.running then pg_last_wal_replay_lsn() else pg_current_wal_lsn() end, '0/0')
        as position) as log
left join lateral (
    select checkpoint.timeline_id as timeline,
           checkpoint.checkpoint_time as checkpoint_at,
           pg_wal_lsn_diff(checkpoint.redo_lsn, '0/0')::bigint as checkpoint_bytes
    from pg_catalog.pg_control_checkpoint() as checkpoint
    where has_function_privilege('pg_catalog.pg_control_checkpoint()', 'execute')) as control on true -- one row
