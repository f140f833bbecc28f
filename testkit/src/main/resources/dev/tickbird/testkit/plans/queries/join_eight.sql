-- Eight tables: the search stays complete.
select co.name, ca.name, count(distinct c.id), sum(i.price * i.quantity)
from country as co, city as ci, customer as c, orders as o, order_item as i, product as p, category as ca, category as parent
where ci.country_id = co.id and c.city_id = ci.id and o.customer_id = c.id and i.order_id = o.id and p.id = i.product_id
and ca.id = p.category_id and parent.id = ca.parent_id and parent.name = 'category 2' and o.placed_at > '2024-01-01 00:00+00'
group by co.name, ca.name;
