-- On a primary the switch waits for the day on which it is a standby.
-- versions: 17+
-- settings: sync_replication_slots = on, wal_level = logical
select 1;
