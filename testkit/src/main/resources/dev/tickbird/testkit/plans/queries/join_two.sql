-- A foreign key joins two tables.
select c.name, o.total from customer as c join orders as o on o.customer_id = c.id where c.email = 'user77@example.net';
