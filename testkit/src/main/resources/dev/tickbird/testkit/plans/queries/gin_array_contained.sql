-- GIN on arrays: is contained, which estimates with the histogram of lengths.
select id from product where codes <@ array[1, 2, 3, 4, 5, 6];
