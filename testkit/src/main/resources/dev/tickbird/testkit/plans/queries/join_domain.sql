-- A column of a domain, and an enum, compared with constants.
select count(*) from order_item as i join orders as o on o.id = i.order_id where i.quantity = 9 and o.status >= 'returned';
