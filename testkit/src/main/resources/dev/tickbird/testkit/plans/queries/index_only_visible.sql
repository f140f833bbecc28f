-- Only the index, for every page is visible to all.
select count(*) from sale where day between '2023-03-01' and '2023-05-01';
