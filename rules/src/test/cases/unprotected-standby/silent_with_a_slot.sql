-- It has a slot.
-- thresholds: min-age = 0 s
create extension dblink;
select pg_create_physical_replication_slot('receiver', true, true);
