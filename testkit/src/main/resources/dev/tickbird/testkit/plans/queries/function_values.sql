-- Constants as a table.
select v.name, c.id from (values ('city 1'), ('city 2'), ('nowhere')) as v (name) join city as c on c.name = v.name;
