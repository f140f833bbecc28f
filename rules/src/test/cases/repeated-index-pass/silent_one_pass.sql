-- The same, with memory for all of it: one pass, when the table has been read.
create extension dblink;
create table cue (id int primary key, note text);
insert into cue select n from generate_series(1, 20000) as n;
delete from cue where id < 19990;
-- session: reader
begin;
declare page cursor for select * from cue where id = 20000;
fetch page;
-- session: main
select dblink_connect('worker', format(
    'host=%s port=%s user=%s dbname=%s',
    split_part(current_setting('unix_socket_directories'), ',', 1), current_setting('port'), current_user, current_database()));
select dblink_send_query('worker', 'vacuum (freeze) cue');
do $$
begin
    for look in 1..100 loop
        perform pg_stat_clear_snapshot();
        exit when exists (select from pg_stat_activity where wait_event_type = 'BufferPin');
        perform pg_sleep(0.1);
    end loop;
end $$;
