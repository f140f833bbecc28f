-- A warehouse as it is in production: staging tables that a load fills anew, dimensions, facts in monthly partitions, marts.
-- Loads run at night; analysts read.

create role warehouse_owner nologin;
create role warehouse_loader login password 'juniper-Kettle-31-meadow' connection limit 8;
create role warehouse_analyst nologin;
create role warehouse_dashboard login password 'walnut-Signal-62-prairie' connection limit 12 in role warehouse_analyst;
alter role warehouse_loader set statement_timeout = '2h';
alter role warehouse_loader set lock_timeout = '10s';
alter role warehouse_loader set idle_in_transaction_session_timeout = '10min';
alter role warehouse_dashboard set statement_timeout = '10min';
alter role warehouse_dashboard set default_transaction_read_only = on;
alter role warehouse_dashboard set work_mem = '32MB';

revoke all on database warehouse from public;
grant connect, create, temporary on database warehouse to warehouse_owner;
grant connect, temporary on database warehouse to warehouse_loader, warehouse_analyst;
grant connect on database warehouse to monitor;
revoke create on schema public from public;

create extension pg_stat_statements;
create extension postgres_fdw;
create extension tablefunc;

create schema staging authorization warehouse_owner;
create schema core authorization warehouse_owner;
create schema mart authorization warehouse_owner;
comment on schema staging is 'What a load has brought and not yet sorted in; lost after a crash, and loaded again';
comment on schema core is 'Facts and dimensions';
comment on schema mart is 'What dashboards read; made of core every night';
grant usage on schema staging to warehouse_loader;
grant usage on schema core, mart to warehouse_loader, warehouse_analyst;
alter default privileges for role warehouse_owner in schema staging
    grant select, insert, update, delete, truncate on tables to warehouse_loader;
alter default privileges for role warehouse_owner in schema core, mart
    grant select, insert, update, delete on tables to warehouse_loader;
alter default privileges for role warehouse_owner in schema core, mart grant select on tables to warehouse_analyst;
alter default privileges for role warehouse_owner in schema staging, core grant usage on sequences to warehouse_loader;
alter default privileges for role warehouse_owner revoke execute on functions from public;

create server shop foreign data wrapper postgres_fdw
    options (host 'shop-db.internal', port '5432', dbname 'shop', sslmode 'verify-full', fetch_size '10000', use_remote_estimate 'true');
create user mapping for warehouse_loader server shop options (user 'warehouse');
grant usage on foreign server shop to warehouse_owner;

set role warehouse_owner;

create foreign table staging.shop_customer (
    id bigint not null,
    full_name text not null,
    locale text,
    updated_at timestamptz
) server shop options (schema_name 'shop', table_name 'customer');

create unlogged table staging.sale (
    sale_id bigint,
    line int,
    sold_at timestamptz,
    store_code text,
    sku text,
    customer_number text,
    channel text,
    quantity int,
    amount numeric(12, 2),
    raw jsonb,
    loaded_at timestamptz not null default now()
) with (autovacuum_enabled = on);
create unlogged table staging.page_view (
    visitor uuid,
    viewed_at timestamptz,
    country text,
    url text,
    raw jsonb
);

create table core.load_run (
    id bigint generated always as identity primary key,
    source text not null,
    started_at timestamptz not null default now(),
    finished_at timestamptz,
    rows_read bigint,
    failure text,
    check (finished_at >= started_at)
);
create index load_run_source on core.load_run (source, started_at desc);

create table core.date_dim (
    day date primary key,
    year smallint not null,
    quarter smallint not null check (quarter between 1 and 4),
    month smallint not null check (month between 1 and 12),
    iso_week smallint not null,
    weekday smallint not null check (weekday between 1 and 7),
    holiday text
);

create table core.channel (
    id smallint primary key,
    code text not null unique,
    title text not null
);

create table core.store (
    id int generated always as identity primary key,
    code text not null unique,
    city text not null,
    region text not null,
    country text not null,
    opened_on date not null,
    closed_on date,
    square_metres numeric(8, 1)
);

create table core.product (
    id int generated always as identity primary key,
    sku text not null,
    title text not null,
    brand text not null,
    category text not null,
    subcategory text not null,
    unit_cost numeric(12, 4) not null,
    valid_from timestamptz not null,
    valid_to timestamptz not null default 'infinity',
    check (valid_from < valid_to)
);
comment on table core.product is 'Slowly changing: one row a version of an article';
create unique index product_version on core.product (sku, valid_from);
create unique index product_current on core.product (sku) where valid_to = 'infinity';

create table core.customer (
    id bigint generated always as identity primary key,
    number text not null unique,
    birth_year smallint,
    postal_code text,
    city text,
    country text,
    segment text not null default 'unsorted',
    first_seen_on date not null
);

create table core.sale (
    sold_on date not null references core.date_dim,
    sale_id bigint not null,
    line int not null,
    sold_at timestamptz not null,
    store_id int not null references core.store,
    product_id int not null references core.product,
    customer_id bigint references core.customer,
    channel_id smallint not null references core.channel,
    currency text not null default 'EUR',
    quantity int not null,
    gross numeric(14, 2) not null,
    discount numeric(14, 2) not null default 0,
    tax numeric(14, 2) not null default 0,
    net numeric(14, 2) not null,
    unit_cost numeric(12, 4) not null,
    margin numeric(14, 2) generated always as (net - quantity * unit_cost) stored,
    promotion text,
    returned boolean not null default false,
    load_run_id bigint not null,
    primary key (sold_on, sale_id, line)
) partition by range (sold_on);
comment on table core.sale is 'One row a line of a receipt; a month a partition, kept for five years';
create index sale_store on core.sale (store_id, sold_on);
create index sale_product on core.sale (product_id, sold_on);
create index sale_customer on core.sale (customer_id) where customer_id is not null;
create index sale_load_run on core.sale using brin (load_run_id);

create table core.page_view (
    viewed_at timestamptz not null,
    country text not null,
    visitor uuid not null,
    url text not null,
    referrer text,
    milliseconds int
) partition by range (viewed_at);
create index page_view_visitor on core.page_view (visitor);

create table core.profile (
    customer_id bigint not null references core.customer on delete cascade,
    trait text not null,
    score real not null,
    computed_at timestamptz not null default now(),
    primary key (customer_id, trait)
) partition by hash (customer_id);

do $$
declare
    month date;
    name text;
begin
    for n in 0..3 loop
        execute format('create table core.profile_%s partition of core.profile for values with (modulus 4, remainder %s)', n, n);
    end loop;
    for n in -12..6 loop
        month := date_trunc('month', now()) + n * interval '1 month';
        name := to_char(month, 'YYYY_MM');
        execute format('create table core.sale_%s partition of core.sale for values from (%L) to (%L)',
            name, month, month + interval '1 month');
        execute format('create table core.page_view_%s partition of core.page_view for values from (%L) to (%L) partition by list (country)',
            name, month, month + interval '1 month');
        execute format('create table core.page_view_%s_dach partition of core.page_view_%s for values in (''DE'', ''AT'', ''CH'')', name, name);
        execute format('create table core.page_view_%s_fr partition of core.page_view_%s for values in (''FR'')', name, name);
        execute format('create table core.page_view_%s_rest partition of core.page_view_%s default', name, name);
    end loop;
end $$;

create statistics core.store_place (dependencies, mcv) on city, region, country from core.store;
create statistics core.product_class (ndistinct, dependencies) on brand, category, subcategory from core.product;
create statistics core.customer_place (dependencies) on postal_code, city, country from core.customer;

create table mart.daily_store (
    day date not null,
    store_id int not null,
    receipts int not null,
    net numeric(16, 2) not null,
    margin numeric(16, 2) not null,
    refreshed_at timestamptz not null default now(),
    primary key (day, store_id)
);
create materialized view mart.top_product as
select product_id, date_trunc('month', sold_on)::date as month, sum(quantity) as quantity, sum(net) as net
from core.sale group by 1, 2
with no data;
create unique index top_product_key on mart.top_product (product_id, month);
create view mart.sale as
select s.sold_on, d.iso_week, t.city, t.region, p.brand, p.category, c.segment, s.quantity, s.net, s.margin
from core.sale as s
join core.date_dim as d on d.day = s.sold_on
join core.store as t on t.id = s.store_id
join core.product as p on p.id = s.product_id
left join core.customer as c on c.id = s.customer_id;

create procedure core.sort_in(run bigint) language plpgsql set search_path = core, staging, pg_temp as $$
begin
    insert into core.sale (sold_on, sale_id, line, sold_at, store_id, product_id, customer_id, channel_id, quantity,
        gross, net, unit_cost, load_run_id)
    select r.sold_at::date, r.sale_id, r.line, r.sold_at, t.id, p.id, c.id, h.id, r.quantity, r.amount, r.amount, p.unit_cost, run
    from staging.sale as r
    join core.store as t on t.code = r.store_code
    join core.product as p on p.sku = r.sku and p.valid_to = 'infinity'
    join core.channel as h on h.code = r.channel
    left join core.customer as c on c.number = r.customer_number
    on conflict do nothing;
end $$;
grant execute on procedure core.sort_in(bigint) to warehouse_loader;

-- A year of rows.
insert into core.channel values (1, 'store', 'In a store'), (2, 'web', 'Web shop'), (3, 'phone', 'By phone');
insert into core.date_dim (day, year, quarter, month, iso_week, weekday)
select d, extract(year from d), extract(quarter from d), extract(month from d), extract(week from d), extract(isodow from d)
from (select date_trunc('year', now())::date - 730 + n as d from generate_series(0, 2200) as n) as days;
insert into core.store (code, city, region, country, opened_on, square_metres)
select 'S' || lpad(n::text, 3, '0'), 'City ' || n % 60, 'Region ' || n % 60 % 12, (array['DE', 'AT', 'FR'])[1 + n % 60 % 12 % 3],
    date '2010-01-01' + n * 20, 200 + n
from generate_series(1, 180) as n;
insert into core.product (sku, title, brand, category, subcategory, unit_cost, valid_from)
select 'SKU-' || lpad(n::text, 5, '0'), 'Article ' || n, 'Brand ' || n % 40, 'Category ' || n % 40 % 8, 'Sort ' || n % 80,
    n % 90 + 0.5, now() - interval '3 years'
from generate_series(1, 2500) as n;
insert into core.customer (number, birth_year, postal_code, city, country, segment, first_seen_on)
select 'C' || n, 1950 + n % 55, lpad((n % 700)::text, 5, '0'), 'City ' || n % 700 % 100, (array['DE', 'AT', 'FR'])[1 + n % 3],
    (array['new', 'loyal', 'asleep'])[1 + n % 3], current_date - n % 900
from generate_series(1, 8000) as n;
insert into core.load_run (source, started_at, finished_at, rows_read)
select (array['till', 'web'])[1 + n % 2], now() - n * interval '1 day', now() - n * interval '1 day' + interval '9 minutes', 70
from generate_series(1, 340) as n;
insert into core.sale (sold_on, sale_id, line, sold_at, store_id, product_id, customer_id, channel_id, quantity, gross, tax, net, unit_cost, load_run_id)
select at::date, n, 1, at, 1 + n % 180, 1 + n * 7 % 2500, case when n % 3 > 0 then 1 + n * 11 % 8000 end, 1 + n % 3,
    1 + n % 4, n % 200 + 1, (n % 200 + 1) * 0.19, n % 200 + 1, n % 90 + 0.5, 1 + n / 72
from (select n, now() - (24000 - n) * interval '20 minutes' as at from generate_series(1, 24000) as n) as sales;
insert into core.page_view (viewed_at, country, visitor, url, referrer, milliseconds)
select now() - n * interval '15 minutes', (array['DE', 'FR', 'AT', 'PL', 'CH', 'IT'])[1 + n % 6], md5((n % 4000)::text)::uuid,
    '/article/' || n % 2500, case when n % 2 = 0 then 'https://search.example' end, n % 900
from generate_series(1, 20000) as n;
insert into core.profile (customer_id, trait, score)
select id, trait, id % 100 / 100.0 from core.customer, unnest(array['price', 'season']) as trait;
insert into staging.sale (sale_id, line, sold_at, store_code, sku, customer_number, channel, quantity, amount)
select 30000 + n, 1, now(), 'S' || lpad((1 + n % 180)::text, 3, '0'), 'SKU-' || lpad((1 + n % 2500)::text, 5, '0'), 'C' || n % 9000,
    (array['store', 'web', 'phone'])[1 + n % 3], 1, 10
from generate_series(1, 1000) as n;
call core.sort_in(341);
insert into mart.daily_store (day, store_id, receipts, net, margin)
select sold_on, store_id, count(distinct sale_id), sum(net), sum(margin) from core.sale group by 1, 2;
refresh materialized view mart.top_product;
truncate staging.sale;
reset role;
vacuum analyze;
