-- Hash partitions: one of four.
select * from account where id = 321;
