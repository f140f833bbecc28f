-- The same cursor, to be read to its end.
set cursor_tuple_fraction = 1;
declare c no scroll cursor for select o.id, c.name from orders as o join customer as c on c.id = o.customer_id order by o.customer_id;
