-- A list of pairs.
select count(*) from sale where (store_id, product_id) in (values (1, 2), (3, 4), (5, 6));
