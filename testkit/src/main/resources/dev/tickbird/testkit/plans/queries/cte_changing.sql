-- Rows move from one table to another.
with gone as (delete from audit where at < '2021-01-05 00:00+00' returning id, order_id)
insert into never_analyzed (id, name) select id + 1000000, order_id::text from gone;
