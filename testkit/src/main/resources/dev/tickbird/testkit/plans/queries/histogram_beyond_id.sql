-- Beyond the end of a key.
select * from orders where id > 9000000 and id < 10000030;
