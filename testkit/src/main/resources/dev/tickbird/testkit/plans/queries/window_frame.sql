-- A frame of rows, and a named window.
select day, sum(quantity) over w, first_value(id) over w from sale where store_id = 150 window w as (order by day rows between 3 preceding and current row);
