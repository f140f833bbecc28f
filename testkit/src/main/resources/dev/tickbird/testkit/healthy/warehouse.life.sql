-- A night and a morning: a load sorts rows in and makes the marts, dashboards read them.
set session authorization warehouse_loader;
insert into core.load_run (source) values ('till');
insert into staging.sale (sale_id, line, sold_at, store_code, sku, customer_number, channel, quantity, amount)
select 40000 + n, 1, now(), 'S' || lpad((1 + n % 180)::text, 3, '0'), 'SKU-' || lpad((1 + n % 2500)::text, 5, '0'), 'C' || n % 9000,
    (array['store', 'web', 'phone'])[1 + n % 3], 1, 10
from generate_series(1, 2000) as n;
call core.sort_in(342);
update core.load_run set finished_at = now(), rows_read = 2000 where finished_at is null;
update core.customer set segment = 'loyal' where id % 100 = 7;
update core.product set unit_cost = unit_cost + 0.1 where sku in ('SKU-00007', 'SKU-00009') and valid_to = 'infinity';
truncate staging.sale;
insert into mart.daily_store (day, store_id, receipts, net, margin)
select sold_on, store_id, count(distinct sale_id), sum(net), sum(margin) from core.sale where sold_on = current_date group by 1, 2
on conflict (day, store_id) do update set receipts = excluded.receipts, net = excluded.net, margin = excluded.margin, refreshed_at = now();
set session authorization warehouse_dashboard;
do $$
begin
    for n in 1..60 loop
        perform sum(net) from core.sale where store_id = n and sold_on >= current_date - 40;
        perform sum(net) from core.sale where product_id = n * 9 and sold_on >= current_date - 90;
        perform sum(net) from core.sale where customer_id = n * 11;
        perform from core.profile where customer_id = n * 7;
        perform from core.customer where number = 'C' || n * 5;
        perform count(*) from core.page_view where visitor = md5(n::text)::uuid;
        perform * from mart.daily_store where day = current_date - n;
    end loop;
end $$;
select city, sum(net) from mart.sale where sold_on >= current_date - 31 group by city order by 2 desc limit 10;
select count(*) from core.page_view where viewed_at >= now() - interval '1 day';
reset session authorization;
refresh materialized view concurrently mart.top_product;
vacuum analyze;
