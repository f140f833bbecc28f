-- The only worker crawls through one table, for it may hardly do anything; another table waits.
-- settings: autovacuum_max_workers = 1, autovacuum_naptime = 1s, autovacuum_vacuum_cost_limit = 1, autovacuum_vacuum_cost_delay = 100ms
-- thresholds: min-age = 0 s, min-dead = 1000
-- no replay: the worker needs its time
create table crawl (id int primary key, note text);
insert into crawl select n, repeat('go', 50) from generate_series(1, 20000) as n;
delete from crawl where id % 2 = 0;
select pg_sleep(1.2); -- the counters arrive within a second
do $$
begin
    for look in 1..150 loop
        perform pg_stat_clear_snapshot();
        exit when exists (select from pg_stat_progress_vacuum where relid = 'crawl'::regclass);
        perform pg_sleep(0.1);
    end loop;
end $$;
create table cue (id int primary key, note text);
insert into cue select n from generate_series(1, 4000) as n;
delete from cue where id > 1000;
select pg_sleep(1.2);
analyze cue;
select pg_sleep(1.2);
