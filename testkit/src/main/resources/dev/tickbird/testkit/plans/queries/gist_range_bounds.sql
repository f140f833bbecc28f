-- Ranges: strictly left, adjacent, and the histogram of bounds.
select count(*) from price_history where valid << daterange('2022-02-01', '2022-02-03') or valid -|- daterange('2022-03-01', '2022-03-03');
