-- Aggregation begun in each partition and finished above.
set enable_partitionwise_aggregate = on;
set enable_partitionwise_join = on;
select at::date, count(*) from transfer group by at::date;
