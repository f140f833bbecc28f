-- what:  replication slots and the WAL they hold back
-- needs: nothing
-- cost:  one row a slot
select slot.slot_name as name,
       slot.slot_type as kind,
       slot.plugin,
       slot.database,
       slot.temporary,
       slot.active,
       slot.active_pid,
       case when slot.restart_lsn is not null
            then pg_wal_lsn_diff(
                     case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_lsn() end,
                     slot.restart_lsn)::bigint
       end as retained_bytes,
       slot.wal_status,
       slot.safe_wal_size as safe_bytes,
       age(slot.xmin)::bigint as snapshot_age,
       age(slot.catalog_xmin)::bigint as catalog_snapshot_age,
       slot.inactive_since,
       slot.synced,
       slot.conflicting,
       slot.invalidation_reason,
       slot.failover
from pg_catalog.pg_replication_slots as slot
order by slot.slot_name
