-- An anti-join written as an outer join.
select p.id from product as p left join order_item as i on i.product_id = p.id where i.order_id is null;
