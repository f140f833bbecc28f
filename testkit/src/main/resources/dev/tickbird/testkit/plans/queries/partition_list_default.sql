-- A value of no list is in the default partition.
select * from event where kind = 'kind 4' and at > '2023-01-03 00:00+00';
