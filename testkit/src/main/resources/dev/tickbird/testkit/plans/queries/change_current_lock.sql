-- Rows locked for update, skipping those that others hold.
select id from orders where status = 'new' order by placed_at limit 5 for update skip locked;
