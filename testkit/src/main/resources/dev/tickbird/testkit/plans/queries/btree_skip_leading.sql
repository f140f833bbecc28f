-- The leading column is unknown: a newer server skips through the index.
select count(*) from sale where product_id = 99;
