-- A small cache makes repeated index reads dear.
set effective_cache_size = '1MB';
select count(p.title) from sale as s join product as p on p.id = s.product_id where s.store_id = 9;
