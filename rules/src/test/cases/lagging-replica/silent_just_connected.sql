-- It has just connected, and has to catch up.
-- thresholds: min-lag = 32 MB
create extension dblink;
create table cue (id int);
select dblink_connect('receiver', format(
    'host=%s port=%s user=%s dbname=%s application_name=''attic box'' replication=true',
    split_part(current_setting('unix_socket_directories'), ',', 1), current_setting('port'), current_user, current_database()));
select dblink_send_query('receiver', format('START_REPLICATION PHYSICAL %s', pg_current_wal_lsn()));
insert into cue values (1);
select pg_switch_wal();
insert into cue values (2);
select pg_switch_wal();
insert into cue values (3);
select pg_switch_wal();
