-- A statement that runs for a day, in few transactions. It is cancelled; its session survives.
-- thresholds: min-age = 0 s
create table cue (id int primary key, note text);
create extension dblink;
-- session: root
select dblink_connect('worker', format(
    'host=%s port=%s user=%s dbname=%s application_name=report',
    split_part(current_setting('unix_socket_directories'), ',', 1), current_setting('port'), current_user, current_database()));
select dblink_exec('worker', 'begin isolation level repeatable read');
select dblink_send_query('worker', 'select count(*), pg_sleep(60) from cue');
-- session: main
select pg_sleep(0.3);
select pg_current_xact_id();
