-- A materialized view that holds nothing yet has the estimates of a new table.
select m.id from city as c join unfilled as m on m.id = c.id where c.population > 100000;
