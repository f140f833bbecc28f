-- The same index thrice.
select count(*) from skewed where rank = 500 or rank = 700 or rank between 1000 and 1100;
