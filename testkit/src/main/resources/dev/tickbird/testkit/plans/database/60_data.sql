-- Fills the tables: the same rows on every server. The setting plans.scale says how many: at 1 the largest table has
-- 24,000 rows, of which analyze reads every one, so that statistics are the same every time, too.
set search_path = plans, public;
set synchronous_commit = on; -- else vacuum does not yet know that rows are committed, and leaves pages not all-visible

insert into country
select i, chr(65 + i / 26) || chr(65 + i % 26), 'country ' || i, (array['Africa', 'America', 'Asia', 'Europe', 'Oceania'])[1 + i % 5]
from generate_series(1, 60) as i;

insert into city
select i, 1 + (60 * power(dice(i, 1), 2))::int % 60, 'city ' || i, (1000 / (0.0005 + dice(i, 2)))::int,
    point(dice(i, 3) * 360 - 180, dice(i, 4) * 180 - 90),
    box(point(dice(i, 3) * 360, dice(i, 4) * 180), point(dice(i, 3) * 360 + 1, dice(i, 4) * 180 + 1))
from generate_series(1, 600) as i;

insert into customer (name, email, city_id, referrer_id, segment, born, vip, home, attributes, preferences, created_at, deleted_at)
select
    (array['Anna', 'Ben', 'Clara', 'David', 'Emma', 'Felix', 'Greta', 'Hugo'])[1 + i % 8] || ' ' || substr(md5(i::text), 1, 7),
    'user' || i || '@example.' || (array['com', 'org', 'net'])[1 + i % 3],
    1 + (599 * power(dice(i, 10), 3))::int,
    case when i > 10 and dice(i, 11) < 0.2 then 1 + (dice(i, 12) * (i - 2))::int end,
    (array['private', 'private', 'private', 'business', 'private', 'public', 'private', 'reseller'])[1 + (7 * power(dice(i, 13), 2))::int],
    case when dice(i, 14) > 0.1 then date '1940-01-01' + (dice(i, 14) * 25000)::int end,
    dice(i, 15) < 0.02,
    row('street ' || i % 97, 'town ' || (40 * power(dice(i, 16), 2))::int, lpad((i % 1000)::text, 5, '0'))::address,
    jsonb_build_object('level', (dice(i, 17) * 10)::int, 'newsletter', i % 4 = 0, 'langs', jsonb_build_array('de', (array['en', 'fr', 'pl'])[1 + i % 3]))
        || case when i % 50 = 0 then '{"blocked": true}' else '{}' end::jsonb,
    hstore('theme', (array['dark', 'light'])[1 + i % 2]),
    timestamptz '2020-01-01 00:00+00' + make_interval(mins => i * (2000000 / (2000 * current_setting('plans.scale')::int))),
    case when dice(i, 18) < 0.05 then timestamptz '2024-01-01 00:00+00' + make_interval(mins => i) end
from generate_series(1, 2000 * current_setting('plans.scale')::int) as i;

insert into category
select i, case when i > 8 then 1 + (i - 2) / 4 end, 'category ' || i, text2ltree('root' || case when i > 8 then '.c' || (1 + (i - 2) / 4) else '' end || '.c' || i)
from generate_series(1, 120) as i;

insert into product (id, sku, category_id, title, description, price, tags, codes, features, offered, retired)
select
    i, 'SKU-' || lpad(i::text, 7, '0'), 1 + (119 * power(dice(i, 20), 2))::int,
    (array['red', 'green', 'small', 'large', 'solid', 'cheap', 'fine'])[1 + (dice(i, 21) * 6)::int] || ' '
        || (array['chair', 'table', 'lamp', 'bottle', 'hammer', 'window', 'bicycle', 'garden hose'])[1 + (7 * power(dice(i, 22), 2))::int] || ' ' || i,
    case when i % 3 > 0 then 'made of ' || (array['wood', 'steel', 'glass', 'wool'])[1 + i % 4] || ' in ' || (2000 + i % 25) end,
    round((1 + 500 * power(dice(i, 23), 4))::numeric, 2),
    array['tag' || (30 * power(dice(i, 24), 3))::int, 'tag' || (200 * dice(i, 25))::int],
    case when i % 10 > 0 then array[i % 7, i % 101, (dice(i, 26) * 1000)::int] end,
    jsonb_build_object('color', (array['red', 'blue', 'green', 'black'])[1 + (3 * power(dice(i, 27), 2))::int], 'weight', i % 40, 'size', jsonb_build_object('w', i % 10, 'h', i % 12)),
    price_range((i % 50)::numeric, (i % 50 + 1 + i % 9)::numeric),
    dice(i, 28) < 0.03
from generate_series(1, 1500 * current_setting('plans.scale')::int) as i;

insert into orders (id, customer_id, status, placed_at, shipped_on, total, currency, city_id, notes)
select
    i, customer, status, placed, case when status in ('shipped', 'returned') then placed::date + (dice(i, 31) * 10)::int end,
    round((5 + 900 * power(dice(i, 32), 3))::numeric, 2),
    case when status = 'cancelled' then 'USD' when dice(i, 33) < 0.9 then 'EUR' else 'CHF' end,
    1 + (599 * power(dice(customer, 10), 3))::int,
    case when i % 20 = 0 then repeat('note ', 1 + i % 60) end
from (
    select i,
        1 + ((2000 * current_setting('plans.scale')::int - 1) * power(dice(i, 34), 2))::bigint as customer,
        (case when dice(i, 35) < 0.004 then 'new' when dice(i, 35) < 0.02 then 'paid' when dice(i, 35) < 0.03 then 'packed'
            when dice(i, 35) < 0.94 then 'shipped' when dice(i, 35) < 0.98 then 'returned' else 'cancelled' end)::order_status as status,
        timestamptz '2021-01-01 00:00+00' + make_interval(mins => i * (1800000 / (8000 * current_setting('plans.scale')::int))) as placed
    from generate_series(1, 8000 * current_setting('plans.scale')::int) as i
) as draft;

insert into order_item
select i, line, 1 + ((1500 * current_setting('plans.scale')::int - 1) * power(dice(i * 7 + line, 40), 3))::int,
    1 + (9 * power(dice(i * 7 + line, 41), 4))::int, round((1 + 200 * dice(i * 7 + line, 42))::numeric, 2),
    case when dice(i, 43) < 0.2 then (5 * (1 + (9 * power(dice(i * 7 + line, 41), 4))::int % 3))::real end
from generate_series(1, 8000 * current_setting('plans.scale')::int) as i, generate_series(1, 1 + i % 5) as line;

insert into audit
select i, 1 + i % (8000 * current_setting('plans.scale')::int), timestamptz '2021-01-01 00:00+00' + make_interval(mins => i * 100),
    json_build_object('n', i), case when i % 100 = 0 then repeat(md5(i::text), 200) else 'ok' end
from generate_series(1, 6000 * current_setting('plans.scale')::int) as i;

insert into measurement
select i % 50, timestamptz '2024-01-01 00:00+00' + make_interval(mins => i * (290000 / (10000 * current_setting('plans.scale')::int))), dice(i, 50) * 100, (4 * power(dice(i, 51), 3))::int
from generate_series(1, 10000 * current_setting('plans.scale')::int) as i;

insert into event
select i, case when dice(i, 52) < 0.6 then 'view' when dice(i, 52) < 0.9 then 'click' when dice(i, 52) < 0.93 then 'touch' when dice(i, 52) < 0.97 then 'order' else 'kind ' || i % 9 end,
    ('10.' || i % 4 || '.' || i % 250 || '.' || (dice(i, 53) * 250)::int)::inet, timestamptz '2023-01-01 00:00+00' + make_interval(mins => i),
    jsonb_build_object('page', i % 300, 'ok', i % 11 > 0)
from generate_series(1, 8000 * current_setting('plans.scale')::int) as i;

insert into account select i, 'owner ' || i % 300, round((dice(i, 54) * 10000)::numeric, 2) from generate_series(1, 2000 * current_setting('plans.scale')::int) as i;
insert into transfer
select 1 + i % (2000 * current_setting('plans.scale')::int), timestamptz '2022-01-01 00:00+00' + make_interval(secs => i), round(((dice(i, 55) - 0.5) * 1000)::numeric, 2)
from generate_series(1, 10000 * current_setting('plans.scale')::int) as i;
insert into invoice select 2020 + i % 5, chr(97 + i % 26), i, round((dice(i, 56) * 400)::numeric, 2) from generate_series(1, 3000 * current_setting('plans.scale')::int) as i;

insert into booking
select i, i % 40, tstzrange(at, at + make_interval(hours => 20 + i % 70)),
    case when i % 6 > 0 then datemultirange(daterange('2023-01-01'::date + i % 700, '2023-01-01'::date + i % 700 + 3), daterange('2025-01-01'::date + i % 90, '2025-01-01'::date + i % 90 + 2)) end,
    'guest ' || i % 500
from generate_series(1, 2000 * current_setting('plans.scale')::int) as i,
    lateral (select timestamptz '2023-01-01 00:00+00' + make_interval(days => 4 * (i / 40)) as at) as start;
insert into price_history
select 1 + i % (1500 * current_setting('plans.scale')::int), daterange(date '2022-01-01' + i % 900, date '2022-01-01' + i % 900 + 1 + (dice(i, 57) * 60)::int), round((dice(i, 58) * 300)::numeric, 2)
from generate_series(1, 5000 * current_setting('plans.scale')::int) as i;
insert into price_history select 1, 'empty', 0 from generate_series(1, 50);

insert into vehicle select i, 'V' || i, 2, date '2000-01-01' + i from generate_series(1, 300) as i;
insert into car select i, 'C' || i, 4, date '2005-01-01' + i % 5000, 2 + i % 4 from generate_series(1001, 1000 + 4000 * current_setting('plans.scale')::int) as i;
insert into truck select i, 'T' || i, 6 + 2 * (i % 3), date '2010-01-01' + i % 3000, i % 40 from generate_series(1, 800 * current_setting('plans.scale')::int) as i;
insert into fire_truck select i, 'F' || i, 6, date '2012-01-01' + i, 20, 30 from generate_series(1, 90) as i;

insert into document
select i, case when i % 90 = 0 then 'system' else 'owner ' || i % 40 end, (array['red', 'blue', 'green', 'grey'])[1 + (3 * power(dice(i, 59), 2))::int], 'title ' || i, dice(i, 60) < 0.3
from generate_series(1, 3000 * current_setting('plans.scale')::int) as i;

insert into person
select i, (array['Müller', 'Öztürk', 'Schmidt', 'Ärmel', 'Zander', 'Weiß', 'Oster', 'Muller'])[1 + (7 * power(dice(i, 61), 2))::int] || case when i % 3 = 0 then '-' || i % 200 else '' end,
    'first' || i % 300, 'city ' || place, lpad((place * 13 % 99999)::text, 5, '0'), 'state ' || place % 16,
    case when dice(i, 62) > 0.05 then (20000 + 80000 * power(dice(i, 63), 3))::int end, (1.5 + 0.5 * dice(i, 64))::real
from generate_series(1, 6000 * current_setting('plans.scale')::int) as i, lateral (select (150 * power(dice(i, 65), 2))::int as place) as home;

insert into log_entry
select i, timestamp '2024-01-01' + make_interval(secs => i * 7), (array['debug', 'info', 'warning', 'error'])[1 + (3 * power(dice(i, 66), 5))::int],
    ('192.168.' || i / 5000 || '.' || i % 250)::inet, case when i % 3 = 0 then md5(i::text)::uuid end, make_interval(secs => dice(i, 67) * 5),
    (array['connection received', 'statement logged', 'lock not available', 'timeout'])[1 + i % 4] || ' ' || i % 1000
from generate_series(1, 10000 * current_setting('plans.scale')::int) as i;

insert into skewed
select i, (1 / (0.0005 + dice(i, 68)))::int, 'kind ' || (60 * power(dice(i, 69), 4))::int, case when dice(i, 70) < 0.01 then true when dice(i, 70) < 0.6 then false end,
    case when i % 7 > 0 then round((dice(i, 71) * 1000)::numeric, 1) end, case when i > 1 then i / 3 end
from generate_series(1, 12000 * current_setting('plans.scale')::int) as i;

insert into legacy (a, b, c) select i % 500, 'b' || i % 20, i % 90 from generate_series(1, 3000 * current_setting('plans.scale')::int) as i;
insert into store select i, 'store ' || i, 1 + i % 600, date '1990-01-01' + i * 10 from generate_series(1, 200) as i;
insert into sale
select i, date '2023-01-01' + (i / (24000 * current_setting('plans.scale')::int / 500))::int, 1 + (199 * power(dice(i, 72), 2))::int, 1 + (dice(i, 73) * 1499)::int, round((dice(i, 74) * 90)::numeric, 2), 1 + i % 6
from generate_series(1, 24000 * current_setting('plans.scale')::int) as i;
insert into specimen select i, i % 50, i % 77, (dice(i, 75) * 500)::int from generate_series(1, 5000 * current_setting('plans.scale')::int) as i;
insert into scratch select i, 'word ' || i % 70 from generate_series(1, 1000) as i;
insert into emptied select i, 'name ' || i from generate_series(1, 500) as i;
insert into grown select i, i % 100 from generate_series(1, 500 * current_setting('plans.scale')::int) as i;
