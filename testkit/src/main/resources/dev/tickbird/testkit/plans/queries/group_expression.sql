-- Groups by an expression with statistics of its own.
select income / 1000, count(*) from person group by income / 1000;
