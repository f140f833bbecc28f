-- Leaves the database as one that has lived: vacuumed and analyzed, and then changed somewhat.
set search_path = plans, public;
delete from emptied;
vacuum (analyze) country, city, customer, category, product, orders, order_item, audit, measurement, event, account, transfer, invoice;
vacuum (analyze) booking, price_history, vehicle, car, truck, fire_truck, document, person, log_entry, skewed, legacy, sale, store, specimen, scratch, emptied, grown;
refresh materialized view city_turnover;
vacuum (analyze) city_turnover;

-- newer than the statistics: at the end of a histogram, within a visible table, in a table that has grown
insert into orders (id, customer_id, status, placed_at, total, city_id)
select 10000000 + i, 1 + i, 'new', timestamptz '2025-01-01 00:00+00' + make_interval(mins => i), 2000 + i, 1 from generate_series(1, 60) as i;
update skewed set amount = 0 where id % 100 = 0;
insert into grown select i, i % 1000 from generate_series(100000, 100000 + 20000 * current_setting('plans.scale')::int) as i;
insert into never_analyzed select i, 'name ' || i % 500, timestamptz '2024-01-01 00:00+00' from generate_series(1, 4000 * current_setting('plans.scale')::int) as i;
