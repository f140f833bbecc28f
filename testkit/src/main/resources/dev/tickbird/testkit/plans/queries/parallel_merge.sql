-- Sorted by several workers, merged by one.
set min_parallel_table_scan_size = 0;
set parallel_setup_cost = 0;
set parallel_tuple_cost = 0;
select id, amount from sale where quantity = 2 order by amount desc;
