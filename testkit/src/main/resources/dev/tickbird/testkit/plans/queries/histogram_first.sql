-- Before the first value.
select count(*) from orders where total < 5.01;
