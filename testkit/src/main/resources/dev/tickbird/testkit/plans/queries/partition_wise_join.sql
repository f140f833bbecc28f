-- Equally divided tables are joined partition by partition.
set enable_partitionwise_join = on;
select a.owner, sum(t.amount) from account as a join transfer as t on t.account_id = a.id where a.balance > 9000 group by a.owner;
