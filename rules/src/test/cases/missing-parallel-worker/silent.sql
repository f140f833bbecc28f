-- All that are asked for come.
-- versions: 18+
-- settings: max_parallel_workers = 8, parallel_setup_cost = 0, parallel_tuple_cost = 0, min_parallel_table_scan_size = 0
-- thresholds: min-missing-per-hour = 1, min-age = 0 s
create table cue as select n as id, md5(n::text) as note from generate_series(1, 50000) as n;
vacuum analyze cue;
select pg_stat_reset();
select count(*) from cue where note like '%a%';
select pg_sleep(1.1);
select 1;
