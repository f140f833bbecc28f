-- GiST, btree_gist: a number and a day within a range.
select price from price_history where product_id = 44 and valid @> date '2023-05-05';
