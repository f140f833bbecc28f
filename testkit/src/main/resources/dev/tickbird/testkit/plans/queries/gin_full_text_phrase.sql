-- GIN on a tsvector: a phrase is looked at again in the row.
select id from product where search @@ phraseto_tsquery('english', 'garden hose');
