-- A merge join over two orders that indexes give.
set enable_hashjoin = off;
set enable_nestloop = off;
select count(*) from orders as o join order_item as i on i.order_id = o.id where o.total > 300;
