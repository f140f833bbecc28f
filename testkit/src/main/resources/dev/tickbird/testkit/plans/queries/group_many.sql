-- Groups by two columns that are known together, from extended statistics.
select city, postcode, state, count(*) from person group by city, postcode, state;
