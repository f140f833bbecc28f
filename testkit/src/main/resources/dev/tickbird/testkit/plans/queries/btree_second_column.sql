-- Only the second column of an index is known.
select count(*) from skewed where rank = 4 and parent between 10 and 400;
