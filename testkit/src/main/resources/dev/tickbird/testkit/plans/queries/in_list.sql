-- A list of ten values, some most common.
select count(*) from skewed where rank in (1, 2, 3, 5, 8, 13, 21, 34, 55, 89);
