-- GiST: the nearest neighbours in order of distance.
select name, location <-> point '(13,52)' from city order by location <-> point '(13,52)' limit 5;
