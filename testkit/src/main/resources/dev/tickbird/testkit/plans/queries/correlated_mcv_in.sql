-- Lists against multi-column statistics.
select count(*) from orders where status in ('cancelled', 'returned') and currency in ('USD', 'CHF');
