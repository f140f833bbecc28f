-- Each query brings its own session.
-- thresholds: min-age = 0 s, min-per-second = 0.5, much-per-second = 1
-- no replay: what was counted stays counted
create extension dblink;
do $$
begin
    for i in 1..100 loop
        perform from dblink(format('host=%s port=%s user=%s dbname=%s',
            split_part(current_setting('unix_socket_directories'), ',', 1), current_setting('port'), current_user,
            current_database()), 'select 1') as answer (n int);
    end loop;
end $$;
select pg_sleep(1.2); -- the counters arrive within a second
