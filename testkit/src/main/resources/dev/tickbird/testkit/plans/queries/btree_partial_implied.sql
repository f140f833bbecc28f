-- A partial index whose condition follows from the query's.
select count(*) from orders where status = 'cancelled' and currency = 'USD';
