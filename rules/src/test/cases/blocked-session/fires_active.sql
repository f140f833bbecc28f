-- The root works: its statement is cancelled, which ends its transaction; its session survives.
-- thresholds: min-wait = 0 s, many-sessions = 1
create schema "Live Shows";
create table "Live Shows"."Cue" (id int primary key, note text);
create extension dblink;
-- session: root
select dblink_connect('worker', format(
    'host=%s port=%s user=%s dbname=%s application_name=batch',
    split_part(current_setting('unix_socket_directories'), ',', 1), current_setting('port'), current_user, current_database()));
select dblink_exec('worker', 'begin; lock table "Live Shows"."Cue"');
select dblink_send_query('worker', 'select pg_sleep(60)');
-- session: waiter, waiting
select count(*) from "Live Shows"."Cue";
