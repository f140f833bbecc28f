-- Nobody says for which standby the reader of changes must wait.
-- versions: 17+
-- server: own
-- settings: wal_level = logical
create table cue (id int primary key);
select pg_create_physical_replication_slot('standby_1', true);
select pg_create_logical_replication_slot('changes', 'pgoutput', false, false, true);
-- cure
alter system set synchronized_standby_slots = 'standby_1';
select pg_reload_conf();
select pg_sleep(0.3);
