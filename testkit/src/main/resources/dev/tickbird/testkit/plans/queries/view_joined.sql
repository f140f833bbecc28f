-- A view becomes part of the query.
select name, sum(total) from open_order where placed_at > '2024-01-01 00:00+00' group by name;
