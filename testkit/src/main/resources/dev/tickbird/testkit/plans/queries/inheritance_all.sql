-- A table with its children.
select count(*) from vehicle where plate = 'T77';
