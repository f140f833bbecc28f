-- Only the index, though pages were changed since.
select rank from skewed where rank > 300;
