select setseed(0.25);
insert into shop.customer
select g,
       'name ' || (g * 7919 % 100003),
       case when g % 10 > 0 then 'Mail' || g || '@example.org' end,
       date '1940-01-01' + (g * 31 % 25000),
       'city ' || (g % 40),
       'country ' || (g % 40 / 4),
       g % 30 + (g % 7) * 0.5,
       'code ' || (g % 900),
       array['t' || g % 5, 't' || g % 17, 't' || (g::bigint * g % 300)],
       jsonb_build_object('level', g % 9, 'nick', 'n' || g % 1000, 'flags', jsonb_build_array(g % 3, g % 4)),
       round((random() * random() * 10000)::numeric, 2),
       g % 11 = 0
from generate_series(1, 50000) as g;
insert into shop.orders (customer_id, state, placed, sent, total, note, words, validity, weights, place, source, key)
select (random() * random() * 49999)::integer + 1,
       (array['new', 'paid', 'sent', 'sent', 'sent', 'sent', 'sent', 'returned', 'lost'])[1 + g % 9]::shop.state,
       timestamptz '2023-01-01 00:00+00' + g * interval '5 minutes',
       case when g % 4 > 0 then date '2023-01-01' + (g / 300) end,
       round((random() * 500)::numeric, 2),
       case when g % 3 = 0 then 'note number ' || g % 501 || ' of a kind ' || g % 13 end,
       to_tsvector('simple', 'w' || g % 7 || ' x' || g % 311 || ' y' || (g * 17 % 1009)),
       tstzrange(timestamptz '2023-01-01 00:00+00' + (g % 500) * interval '1 day', timestamptz '2023-01-01 00:00+00' + (g % 500 + g % 13) * interval '1 day'),
       array[g % 10, g % 25]::float8[],
       point(random() * 100, random() * 100),
       ('10.' || g % 4 || '.' || g % 250 || '.' || g % 119)::inet,
       md5(g::text)::uuid
from generate_series(1, 150000) as g;
insert into shop.event
select g, date '2024-01-01' + (g % 1000), chr(97 + (random() * random() * 8)::integer), (random() * 1000)::integer,
       shop.span(g % 100, g % 100 + g % 9)
from generate_series(1, 90000) as g;
insert into shop.document select g, 'title ' || g, g % 100 from generate_series(1, 1000) as g;
insert into shop.contract select 10000 + g, 'contract ' || g, g % 50, date '2020-01-01' + g % 2000 from generate_series(1, 20000) as g;
insert into shop.invoice select 100000 + g, 'invoice ' || g % 5000, g % 20, date '2021-01-01' + g % 900, random() * 100 from generate_series(1, 40000) as g;
insert into shop.unseen select g, g % 500, repeat('r', 60) from generate_series(1, 5000) as g;
insert into shop.small select g, 'label ' || g from generate_series(1, 20) as g;
insert into shop.scratch select g, 'value ' || g % 50 from generate_series(1, 2000) as g;
insert into shop.emptied select g, 'note' from generate_series(1, 3000) as g;
refresh materialized view shop.turnover;
analyze shop.customer, shop.orders, shop.event, shop.document, shop.contract, shop.invoice, shop.small, shop.scratch, shop.emptied, shop.turnover;
vacuum shop.customer, shop.event, shop.contract;
-- what came after: the histograms' ends are no longer the real ends, the tables have grown
insert into shop.orders (customer_id, state, placed, total, source)
select 5, 'new', timestamptz '2024-07-01 00:00+00' + g * interval '1 minute', 600 + g, '10.9.9.9' from generate_series(1, 3000) as g;
insert into shop.customer (id, name, country, city, balance, born) select 60000 + g, 'zz' || g, 'country 3', 'city 13', 20000 + g, '2020-01-01' from generate_series(1, 500) as g;
delete from shop.customer where id between 49000 and 49500 and id not in (select customer_id from shop.orders);
vacuum shop.customer;
truncate shop.emptied;
checkpoint;
