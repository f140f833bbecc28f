-- A table that has grown since it was analyzed.
select count(*) from grown where value between 3 and 5;
