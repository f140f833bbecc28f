-- BRIN, minmax-multi: dates in nearly their order.
select count(*) from orders where shipped_on = '2022-08-08';
