-- ILIKE and a regular expression without an index.
select count(*) from person where first_name ilike 'FIRST1%' and city ~ '^city 1[0-9]$';
