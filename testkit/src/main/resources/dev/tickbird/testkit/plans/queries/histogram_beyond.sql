-- Beyond the histogram, where rows are newer than the statistics.
select count(*) from orders where total > 1990;
