-- GIN on one partition alone.
select count(*) from event where kind = 'click' and data @> '{"page": 77}';
