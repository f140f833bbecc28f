-- A nested loop that remembers what it found.
set enable_hashjoin = off;
set enable_mergejoin = off;
select count(p.title) from order_item as i join product as p on p.id = i.product_id where i.quantity > 3;
