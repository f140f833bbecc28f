-- A volatile function is called for every row.
select count(*) from sale where amount / 90 < lottery() and store_id = 4;
