-- WAL fills the little that it may take again and again.
-- settings: max_wal_size=32MB, min_wal_size=32MB
-- thresholds: min-count = 3, min-age = 0 s
select pg_stat_reset_shared('wal');
do $$
begin
    perform pg_stat_reset_shared(case when current_setting('server_version_num')::int >= 170000 then 'checkpointer' else 'bgwriter' end);
    for i in 1..12 loop
        perform pg_logical_emit_message(false, 'cue', repeat('go', 5000000));
        perform pg_sleep(0.1);
    end loop;
end $$;
select pg_sleep(1.1); -- the counters arrive within a second
select 1;
