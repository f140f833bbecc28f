-- Hash partitions and a list of values.
select * from account where id in (3, 77, 500, 1999);
