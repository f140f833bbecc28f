-- Statistics on an expression together with a column.
select id from person where lower(city) = 'city 7' and state = 'state 7' and left(postcode, 2) = '00';
