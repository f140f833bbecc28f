-- A union that keeps duplicates.
select id, total from orders where status = 'new' union all select id, amount from sale where day = '2023-05-05' order by 2 limit 50;
