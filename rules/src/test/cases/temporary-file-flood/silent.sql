-- The same, with room in memory.
-- thresholds: min-per-second = 1 B, min-age = 0 s
create table cue as select n as id, md5(n::text) as note from generate_series(1, 50000) as n;
vacuum analyze cue;
select pg_stat_reset();
set work_mem = '64MB';
set max_parallel_workers_per_gather = 0;
select count(*) from (select * from cue order by note offset 1) as sorted;
select count(*) from (select * from cue order by note offset 2) as sorted;
select pg_sleep(1.1);
select 1;
