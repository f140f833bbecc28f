-- An update from a join.
update orders as o set notes = 'vip' from customer as c where c.id = o.customer_id and c.vip and o.status = 'new';
