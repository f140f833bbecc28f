-- A hash index on a column with few values.
select count(*) from person where postcode = '00130' and income > 90000;
