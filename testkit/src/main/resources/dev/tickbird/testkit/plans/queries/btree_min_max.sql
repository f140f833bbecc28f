-- Minimum and maximum out of an index.
select min(total), max(total), (select max(placed_at) from orders where status = 'new') from orders;
