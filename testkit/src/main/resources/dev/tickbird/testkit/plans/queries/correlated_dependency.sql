-- City and postcode say the same: functional dependencies.
select count(*) from person where city = 'city 11' and postcode = '00143';
