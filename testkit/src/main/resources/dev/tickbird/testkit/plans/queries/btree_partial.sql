-- A partial index whose condition the query repeats.
select id, placed_at from orders where status = 'new' order by placed_at;
