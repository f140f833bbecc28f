-- The limit was reached, and what the slot kept is gone.
-- settings: max_slot_wal_keep_size = 16MB, min_wal_size = 32MB, max_wal_size = 32MB
create table cue (id int);
select pg_create_physical_replication_slot('attic', true);
insert into cue values (1);
select pg_switch_wal();
insert into cue values (2);
select pg_switch_wal();
insert into cue values (3);
select pg_switch_wal();
insert into cue values (4);
select pg_switch_wal();
insert into cue values (5);
checkpoint;
