-- It is connected, and takes nothing.
-- thresholds: min-lag = 32 MB, min-age = 0 s
create extension dblink;
create table cue (id int);
select pg_switch_wal();
select dblink_connect('receiver', format(
    'host=%s port=%s user=%s dbname=%s application_name=''attic box'' replication=true',
    split_part(current_setting('unix_socket_directories'), ',', 1), current_setting('port'), current_user, current_database()));
select dblink_send_query('receiver', format('START_REPLICATION PHYSICAL %s', pg_current_wal_lsn()));
select pg_sleep(0.3);
insert into cue values (1);
select pg_switch_wal();
insert into cue values (2);
select pg_switch_wal();
insert into cue values (3);
select pg_switch_wal();
insert into cue values (4);
select pg_switch_wal();
select pg_sleep(0.5);
-- cure
select dblink_disconnect('receiver');
select pg_terminate_backend(pid) from pg_stat_replication;
select pg_sleep(0.3);
