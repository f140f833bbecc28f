-- Partitions shared out to workers.
set min_parallel_table_scan_size = 0;
set parallel_setup_cost = 0;
set parallel_tuple_cost = 0;
select quality, avg(value) from measurement where value > 20 group by quality;
