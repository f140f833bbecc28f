-- The most common value.
select count(*) from skewed where kind = 'kind 0';
