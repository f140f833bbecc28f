-- Long values count in a row's width.
select id, body from audit where order_id between 20 and 300 order by body;
