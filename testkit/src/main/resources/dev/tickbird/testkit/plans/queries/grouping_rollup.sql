-- A rollup over a join.
select co.continent, co.name, sum(t.total) from city_turnover as t join country as co on co.id = t.country_id group by rollup (co.continent, co.name);
