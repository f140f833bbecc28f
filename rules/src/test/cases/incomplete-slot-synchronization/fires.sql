-- The switch is on, and nothing else is as it must be.
-- versions: 17+
-- standby: examined
-- settings: sync_replication_slots = on, wal_level = logical
select 1;
-- cure
alter system set hot_standby_feedback = on;
alter system set primary_slot_name = 'standby_1';
alter system set primary_conninfo = 'host=primary dbname=postgres';
select pg_reload_conf();
select pg_sleep(0.5);
