-- BRIN, minmax: a narrow time where the rows lie in order.
select count(*), sum(total) from orders where placed_at between '2022-05-01 00:00+00' and '2022-05-10 00:00+00';
