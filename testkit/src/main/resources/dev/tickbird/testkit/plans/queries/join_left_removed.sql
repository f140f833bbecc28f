-- An outer join that nobody needs.
select o.id, o.total from orders as o left join customer as c on c.id = o.customer_id where o.total > 900;
