-- A row comparison to turn the page.
select id, rank, parent from skewed where (rank, parent) > (30, 5) order by rank, parent limit 20;
