-- Ranges: is contained, estimated with the histogram of lengths.
select count(*) from price_history where valid <@ daterange('2023-01-01', '2023-02-01');
