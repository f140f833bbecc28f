-- GIN, trigrams: LIKE without an anchor.
select id, name from customer where name like '%a3f%';
