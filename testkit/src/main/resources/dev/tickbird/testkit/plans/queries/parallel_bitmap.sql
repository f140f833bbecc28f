-- A parallel bitmap scan.
set min_parallel_table_scan_size = 0;
set parallel_setup_cost = 0;
set enable_seqscan = off;
set enable_indexonlyscan = off;
set enable_indexscan = off;
select avg(amount) from sale where store_id between 20 and 50;
