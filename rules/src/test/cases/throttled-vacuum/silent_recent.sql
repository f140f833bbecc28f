-- It has just begun.
create extension dblink;
create table cue (id int primary key, note text);
insert into cue select n, repeat('go', 50) from generate_series(1, 20000) as n;
delete from cue where id % 2 = 0;
select dblink_connect('worker', format(
    'host=%s port=%s user=%s dbname=%s options=''-c vacuum_cost_delay=100 -c vacuum_cost_limit=1''',
    split_part(current_setting('unix_socket_directories'), ',', 1), current_setting('port'), current_user, current_database()));
select dblink_send_query('worker', 'vacuum cue');
select pg_sleep(0.3);
