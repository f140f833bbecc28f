-- GIN on arrays: overlap with integers.
select id, title from product where codes && array[5, 912];
