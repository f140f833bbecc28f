-- A hash join that needs several batches.
set work_mem = '64kB';
select count(*) from order_item as i join orders as o on o.id = i.order_id where o.total > 20;
