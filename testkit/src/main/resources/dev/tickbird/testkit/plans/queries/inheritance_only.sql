-- A table without its children.
select count(*) from only vehicle where built > '2000-05-01';
