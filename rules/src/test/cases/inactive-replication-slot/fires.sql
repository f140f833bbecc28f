-- A standby that was taken away; the slot keeps four files of WAL.
-- thresholds: min-retained = 32 MB, much-retained = 48 MB
create table cue (id int);
select pg_stat_reset_shared('wal'); -- what was written in an hour nobody knows yet
select pg_switch_wal();
checkpoint;
select pg_create_physical_replication_slot('attic', true);
insert into cue values (1);
select pg_switch_wal();
insert into cue values (2);
select pg_switch_wal();
insert into cue values (3);
select pg_switch_wal();
insert into cue values (4);
select pg_switch_wal();
-- cure
select pg_drop_replication_slot('attic');
