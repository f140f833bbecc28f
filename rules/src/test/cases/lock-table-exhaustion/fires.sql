-- One transaction locks 300 tables. Its end gives them back, which a restart would do too.
-- thresholds: min-share = 0.07
-- no replay: the restart would end the session that holds the locks
do $$
begin
    for i in 1..300 loop
        execute format('create table seat_%s ()', i);
    end loop;
end $$;
-- session: sweeper
set application_name = 'sweeper';
begin;
do $$
begin
    for i in 1..300 loop
        execute format('lock table seat_%s in share mode', i);
    end loop;
end $$;
