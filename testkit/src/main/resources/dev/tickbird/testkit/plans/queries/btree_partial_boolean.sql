-- A partial index on a boolean column.
select count(*) from skewed where flag;
