-- Rows of some pages.
select count(*) from orders where ctid >= '(2,0)' and ctid < '(9,0)';
