-- More tables than geqo_threshold: a genetic search that begins with the same seed.
set geqo_threshold = 4;
set geqo_seed = 0.5;
select count(*) from country as co join city as ci on ci.country_id = co.id join customer as c on c.city_id = ci.id
join orders as o on o.customer_id = c.id join order_item as i on i.order_id = o.id join product as p on p.id = i.product_id where co.id = 7;
