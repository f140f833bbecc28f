-- A range over most common values and histogram.
select count(*) from skewed where rank between 2 and 40 and amount < 12.5;
