-- Aggregation within each partition.
set enable_partitionwise_aggregate = on;
select account_id, sum(amount) from transfer group by account_id;
