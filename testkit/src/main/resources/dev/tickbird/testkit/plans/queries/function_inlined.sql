-- An SQL function that becomes part of the query.
select count(*) from orders where is_late(shipped_on, placed_at) and total > 100;
