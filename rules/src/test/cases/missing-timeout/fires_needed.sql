-- A role has forgotten a transaction, which nothing ends.
-- server: own
-- thresholds: max-idle = 0 s
create role app login;
alter role app set statement_timeout = '1min';
create extension dblink;
select dblink_connect('app', format(
    'host=%s port=%s user=app dbname=%s application_name=shop',
    split_part(current_setting('unix_socket_directories'), ',', 1), current_setting('port'), current_database()));
select dblink_exec('app', 'begin');
-- cure
select dblink_disconnect('app');
alter role app set idle_in_transaction_session_timeout = '5min';
alter role app set lock_timeout = '10s';
