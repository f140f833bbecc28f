-- LIKE without an index, with a guess from the histogram.
select count(*) from log_entry where message like '%lock%99';
