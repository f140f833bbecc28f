-- As many as share the last place.
select id, rank from skewed order by rank desc fetch first 10 rows with ties;
