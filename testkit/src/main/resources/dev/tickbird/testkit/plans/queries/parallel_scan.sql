-- A parallel scan with a partial aggregate.
set min_parallel_table_scan_size = 0;
set parallel_setup_cost = 10;
set parallel_tuple_cost = 0.001;
select store_id, sum(amount) from sale where quantity > 2 group by store_id;
