-- Grouping sets, hashed and sorted.
select store_id, product_id, sum(amount) from sale where day < '2023-03-01' group by grouping sets ((store_id, product_id), (store_id), ());
