-- A table with rows and without statistics.
select n.name, count(*) from never_analyzed as n where n.name = 'name 7' and n.at > '2023-01-01 00:00+00' group by n.name;
