-- A value that is in no list.
select count(*) from skewed where kind = 'kind 59';
