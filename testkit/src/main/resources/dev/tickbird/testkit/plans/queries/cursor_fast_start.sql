-- A cursor is planned for its first rows.
declare c no scroll cursor for select o.id, c.name from orders as o join customer as c on c.id = o.customer_id order by o.customer_id;
