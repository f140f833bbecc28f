-- A parallel index-only scan.
set min_parallel_index_scan_size = 0;
set min_parallel_table_scan_size = 0;
set parallel_setup_cost = 0;
set parallel_tuple_cost = 0;
select count(*) from sale where day > '2023-04-01' and day < '2023-12-01';
