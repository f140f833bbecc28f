-- A bitmap of GIN and one of B-tree put together.
select id from customer where attributes @> '{"blocked": true}' and segment = 'business' and born > '2000-01-01';
