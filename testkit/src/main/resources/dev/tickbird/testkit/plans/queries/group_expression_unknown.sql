-- Groups by an expression without statistics.
select extract(year from placed_at), status, count(*) from orders group by 1, 2;
