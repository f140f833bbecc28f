-- A busy hour of the shop: customers look and order, parcels go out, the back office searches.
set session authorization shop_app;
do $$
declare
    placed bigint;
begin
    for n in 1..200 loop
        perform from shop.customer where email = ('person' || n * 29 % 6000 || '@example.org')::extensions.citext and deleted_at is null;
        perform from shop.address where customer_id = n * 31;
        perform from shop.product where search @@ to_tsquery('simple', n::text);
        perform from shop.product where search @@ to_tsquery('simple', 'lamp & oak') limit 5;
        perform from shop.product where title like '%hair ' || n || '%';
        perform from shop.product where attributes @> jsonb_build_object('weight', n % 40, 'colour', 'red');
        perform from shop.product where category_id = 9 + n % 72;
        perform from shop.product where sku = 'SKU-' || lpad(n::text, 6, '0');
        perform from shop.price where product_id = n and currency = 'EUR' and valid @> now();
        perform from shop.orders where customer_id = n * 7 order by placed_at desc limit 10;
        perform from shop.orders where public_id = md5(n::text)::uuid;
        perform from shop.orders where billing_address_id = n;
        perform from shop.orders where shipping_address_id = 6000 + n;
        perform from shop.order_item where order_id = n * 90;
        perform from shop.order_item where product_id = n * 3;
        perform from shop.payment where order_id = n * 80;
        perform from shop.payment where provider = 'cardpay' and reference = md5(n::text);
        perform from shop.review where product_id = n * 2;
        perform from shop.review where customer_id = n;
        perform from shop.stock where location_id = 2 and product_id = n;
        insert into shop.orders (customer_id, billing_address_id, shipping_address_id, total) values (n, n, 6000 + n, 10) returning id into placed;
        insert into shop.order_item values (placed, 1, n, 1, 10);
        insert into shop.payment (order_id, provider, reference, amount, response) values (placed, 'cardpay', 'new ' || placed, 10, '{}');
        update shop.orders set status = 'paid' where id = placed;
        insert into shop.outbox (topic, payload) values ('order.paid', jsonb_build_object('order', placed));
        update shop.stock set reserved = reserved + 1 where product_id = n and location_id = 1 and reserved < quantity;
        delete from shop.outbox where id = (select id from shop.outbox where not_before <= now() order by not_before, id limit 1 for update skip locked);
        delete from shop.cart where id = (select id from shop.cart where touched_at < now() - interval '1 day' limit 1);
        commit;
    end loop;
end $$;
update shop.customer set preferences = preferences || '{"theme": "dark"}' where id % 200 = 0;
select count(*) from shop.orders where status in ('new', 'paid', 'packed') and placed_at > now() - interval '2 days';
select count(*) from shop.customer where created_at > now() - interval '7 days' and deleted_at is null;
delete from shop.idempotency_key where created_at < now() - interval '10 hours';
set session authorization shop_reporting;
select title, sold, revenue from shop.product_sales join shop.product on id = product_id order by revenue desc limit 20;
select date_trunc('month', placed_at) as month, sum(total) from shop.orders group by 1 order by 1;
reset session authorization;
select * from audit.change where relation = 'orders' and row_key = '20007' order by changed_at desc;
refresh materialized view concurrently shop.product_sales;
vacuum analyze;
