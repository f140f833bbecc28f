-- Views of all kinds.
create view open_order as
    select o.id, o.customer_id, o.placed_at, o.total, c.name, c.segment
    from orders as o join customer as c on c.id = o.customer_id
    where o.status in ('new', 'paid', 'packed');

create view customer_sum as
    select customer_id, count(*) as orders, sum(total) as total, max(placed_at) as latest
    from orders group by customer_id;

create view public_customer with (security_barrier = true) as
    select id, name, segment, city_id from customer where deleted_at is null and not vip;

create recursive view category_tree (id, root, depth) as
    select id, id, 0 from category where parent_id is null
    union all
    select child.id, tree.root, tree.depth + 1 from category as child join category_tree as tree on child.parent_id = tree.id;

create materialized view city_turnover as
    select city.id, city.name, city.country_id, count(*) as orders, sum(orders.total) as total
    from orders join city on city.id = orders.city_id
    group by city.id;
create unique index on city_turnover (id);
create index on city_turnover (total desc);

create materialized view unfilled as select id, name from city with no data;

grant select on all tables in schema plans to plans_reader;
