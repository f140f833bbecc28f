-- GIN on a tsvector: a prefix needs a scan of part of the index.
select count(*) from product where search @@ to_tsquery('english', 'bot:* | hammer');
