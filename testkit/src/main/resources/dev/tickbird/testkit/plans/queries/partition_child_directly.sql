-- A partition queried by its own name.
select count(*) from measurement_3_1 where quality = 4;
