-- A vacuum that may hardly do anything between two naps.
-- thresholds: min-age = 0 s
-- no replay: it needs its time
create extension dblink;
create schema "Live Shows";
create table "Live Shows"."Cue" (id int primary key, note text);
insert into "Live Shows"."Cue" select n, repeat('go', 50) from generate_series(1, 20000) as n;
delete from "Live Shows"."Cue" where id % 2 = 0;
select dblink_connect('worker', format(
    'host=%s port=%s user=%s dbname=%s options=''-c vacuum_cost_delay=100 -c vacuum_cost_limit=1''',
    split_part(current_setting('unix_socket_directories'), ',', 1), current_setting('port'), current_user, current_database()));
select dblink_send_query('worker', 'vacuum "Live Shows"."Cue"');
select pg_sleep(0.5);
