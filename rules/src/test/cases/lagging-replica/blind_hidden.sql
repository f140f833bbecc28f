-- Who may not see the others' processes cannot say how far they are.
-- server: own
-- role: app
create role app login;
create extension dblink;
select dblink_connect('receiver', format(
    'host=%s port=%s user=%s dbname=%s application_name=''attic box'' replication=true',
    split_part(current_setting('unix_socket_directories'), ',', 1), current_setting('port'), current_user, current_database()));
select dblink_send_query('receiver', format('START_REPLICATION PHYSICAL %s', pg_current_wal_lsn()));
