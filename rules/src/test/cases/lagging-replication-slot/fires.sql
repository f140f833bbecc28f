-- Its reader is connected, and confirms nothing.
-- thresholds: min-retained = 32 MB
create extension dblink;
create table cue (id int);
select pg_stat_reset_shared('wal'); -- what was written in an hour nobody knows yet
select pg_switch_wal();
checkpoint;
select pg_create_physical_replication_slot('attic_box', true);
select dblink_connect('receiver', format(
    'host=%s port=%s user=%s dbname=%s application_name=attic replication=true',
    split_part(current_setting('unix_socket_directories'), ',', 1), current_setting('port'), current_user, current_database()));
select dblink_send_query('receiver', format('START_REPLICATION SLOT attic_box PHYSICAL %s', pg_current_wal_lsn()));
select pg_sleep(0.3);
insert into cue values (1);
select pg_switch_wal();
insert into cue values (2);
select pg_switch_wal();
insert into cue values (3);
select pg_switch_wal();
insert into cue values (4);
select pg_switch_wal();
select pg_sleep(0.3);
-- cure
select dblink_disconnect('receiver');
select pg_terminate_backend(active_pid) from pg_replication_slots where slot_name = 'attic_box';
select pg_sleep(0.5);
select pg_drop_replication_slot('attic_box');
