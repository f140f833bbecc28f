-- A combination that is among the most common ones, and an impossible one.
select count(*) from person where city = 'city 3' and state = 'state 3' or city = 'city 3' and state = 'state 9';
