-- SP-GiST on ranges.
select product_id from price_history where valid && daterange('2024-06-20', '2024-06-22');
