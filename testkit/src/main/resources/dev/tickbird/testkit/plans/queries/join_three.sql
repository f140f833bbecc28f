-- Three tables, the rare value on the far side.
select co.name, count(*) from country as co join city as ci on ci.country_id = co.id join customer as c on c.city_id = ci.id where co.code = 'AE' group by co.name;
