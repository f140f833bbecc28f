-- GIN on a generated tsvector: words with and, or, not.
select id, ts_rank(search, q) from product, to_tsquery('english', 'chair & wood & !red') as q where search @@ q order by 2 desc limit 10;
