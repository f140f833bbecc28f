-- A sample of rows, joined.
select s.name, count(*) from sale as a tablesample bernoulli (1) repeatable (7) join store as s on s.id = a.store_id group by s.name;
