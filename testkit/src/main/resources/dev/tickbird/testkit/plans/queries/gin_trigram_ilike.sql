-- GIN, trigrams: ILIKE.
select id, name from customer where name ilike '%GRETA 1b%';
