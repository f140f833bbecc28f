-- A condition on row_number ends the window early in newer versions.
select * from (select id, kind, row_number() over (order by rank desc) as place from skewed) as ranked where place <= 10;
