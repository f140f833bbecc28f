-- An operator of our own with eqsel.
select id from city where name === 'CITY 77';
