-- A value that does not exist.
select count(*) from skewed where kind = 'no such kind';
