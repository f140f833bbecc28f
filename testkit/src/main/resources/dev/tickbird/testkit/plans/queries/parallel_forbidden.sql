-- A function that may not run in parallel.
set min_parallel_table_scan_size = 0;
set parallel_setup_cost = 0;
select count(*) from sale where net(amount) > 50;
