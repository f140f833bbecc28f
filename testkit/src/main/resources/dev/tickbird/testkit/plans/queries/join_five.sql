-- Five tables with conditions on both ends.
select p.title, sum(i.quantity)
from country as co join city as ci on ci.country_id = co.id join orders as o on o.city_id = ci.id
join order_item as i on i.order_id = o.id join product as p on p.id = i.product_id
where co.continent = 'Asia' and p.features ->> 'color' = 'black' group by p.title order by 2 desc limit 10;
