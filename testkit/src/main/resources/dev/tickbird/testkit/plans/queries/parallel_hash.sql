-- A parallel hash join.
set min_parallel_table_scan_size = 0;
set parallel_setup_cost = 0;
set parallel_tuple_cost = 0;
select count(*) from order_item as i join orders as o on o.id = i.order_id where o.currency = 'CHF' and i.price < 20;
