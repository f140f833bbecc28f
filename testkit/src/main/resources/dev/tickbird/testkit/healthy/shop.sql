-- A shop as it is in production: orders, stock, prices with periods, an outbox, an audit trail, search. Its schema belongs to
-- a role that nobody logs in as; the program may change rows and no more.

create role shop_owner nologin;
create role shop_migration login password 'opal-Harbour-19-bramble' in role shop_owner;
create role shop_app login password 'cedar-Mosaic-54-lowland' connection limit 30;
create role shop_reporting login password 'ember-Quarry-77-saddle' connection limit 5;
alter role shop_migration set lock_timeout = '5s';
alter role shop_app set statement_timeout = '10s';
alter role shop_app set idle_in_transaction_session_timeout = '30s';
alter role shop_app set lock_timeout = '5s';
alter role shop_reporting set statement_timeout = '5min';
alter role shop_reporting set default_transaction_read_only = on;

revoke all on database shop from public;
grant connect, create, temporary on database shop to shop_owner;
grant connect on database shop to shop_migration, shop_app, shop_reporting, monitor;
alter database shop set search_path = shop, extensions, pg_catalog;
revoke create on schema public from public;

create schema extensions;
grant usage on schema extensions to public;
create extension pg_stat_statements schema extensions;
create extension pg_trgm schema extensions;
create extension btree_gist schema extensions;
create extension citext schema extensions;

create schema shop authorization shop_owner;
create schema audit authorization shop_owner;
comment on schema shop is 'What the shop sells, to whom, and what became of it';
comment on schema audit is 'Who changed what; written by triggers only';
grant usage on schema shop to shop_app, shop_reporting;
alter default privileges for role shop_owner in schema shop grant select, insert, update, delete on tables to shop_app;
alter default privileges for role shop_owner in schema shop grant select on tables to shop_reporting;
alter default privileges for role shop_owner in schema shop grant usage on sequences to shop_app;
alter default privileges for role shop_owner revoke execute on functions from public;

set role shop_owner;
set search_path = shop, extensions, pg_catalog;

create table schema_migration (
    version text primary key,
    applied_at timestamptz not null default now()
);
comment on table schema_migration is 'The migrations that have run';
insert into schema_migration (version)
select '2026' || lpad(n::text, 4, '0') from generate_series(1, 40) as n;

create type order_status as enum ('new', 'paid', 'packed', 'shipped', 'delivered', 'cancelled');
create domain currency as text check (value ~ '^[A-Z]{3}$');

create function touch() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    new.updated_at := now();
    return new;
end $$;

create table customer (
    id bigint generated always as identity primary key,
    email citext not null,
    full_name text not null check (length(full_name) between 1 and 200),
    locale text not null default 'en',
    preferences jsonb not null default '{}' check (jsonb_typeof(preferences) = 'object'),
    marketing_consent boolean not null default false,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz
);
comment on table customer is 'Who has ever ordered; rows are marked as deleted and emptied a year later';
comment on column customer.deleted_at is 'Null while the account lives';
create unique index customer_email on customer (email) where deleted_at is null;
create index customer_created on customer (created_at) where deleted_at is null;
create index customer_erase on customer (deleted_at) where deleted_at is not null;

create table address (
    id bigint generated always as identity primary key,
    customer_id bigint not null references customer on delete cascade,
    kind text not null check (kind in ('billing', 'shipping')),
    lines text[] not null check (cardinality(lines) between 1 and 4),
    postal_code text not null,
    city text not null,
    country text not null check (country ~ '^[A-Z]{2}$'),
    created_at timestamptz not null default now()
);
create index address_customer on address (customer_id);

create table category (
    id int generated always as identity primary key,
    parent_id int references category,
    slug text not null unique,
    title text not null,
    position smallint not null default 0
);
create index category_parent on category (parent_id);

create table product (
    id bigint generated always as identity primary key,
    sku text not null unique,
    title text not null,
    description text not null default '',
    category_id int not null references category,
    attributes jsonb not null default '{}',
    search tsvector generated always as (
        setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', description), 'B')
    ) stored,
    active boolean not null default true,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
create index product_category on product (category_id);
create index product_attributes on product using gin (attributes jsonb_path_ops);
create index product_search on product using gin (search);
create index product_title on product using gin (title gin_trgm_ops);

create table price (
    id bigint generated always as identity primary key,
    product_id bigint not null references product on delete cascade,
    valid tstzrange not null check (not isempty(valid)),
    amount numeric(12, 2) not null check (amount >= 0),
    currency currency not null default 'EUR',
    exclude using gist (product_id with =, currency with =, valid with &&)
);
comment on table price is 'What a product costs when; periods of one product never overlap';

create table location (
    id smallint generated always as identity primary key,
    code text not null unique,
    title text not null
);

create table stock (
    product_id bigint not null references product,
    location_id smallint not null references location,
    quantity int not null check (quantity >= 0),
    reserved int not null default 0 check (reserved between 0 and quantity),
    updated_at timestamptz not null default now(),
    primary key (product_id, location_id)
) with (fillfactor = 80);
create index stock_location on stock (location_id);

create table orders (
    id bigint generated always as identity primary key,
    public_id uuid not null default gen_random_uuid() unique,
    customer_id bigint not null references customer,
    billing_address_id bigint not null references address,
    shipping_address_id bigint not null references address,
    status order_status not null default 'new',
    currency currency not null default 'EUR',
    total numeric(12, 2) not null check (total >= 0),
    note text,
    placed_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
) with (fillfactor = 90);
comment on table orders is 'One row an order; the total is fixed when it is placed';
create index orders_customer on orders (customer_id, placed_at desc);
create index orders_billing on orders (billing_address_id);
create index orders_shipping on orders (shipping_address_id);
create index orders_open on orders (placed_at) where status in ('new', 'paid', 'packed');
create index orders_placed on orders using brin (placed_at) with (autosummarize = on);

create table order_item (
    order_id bigint not null references orders on delete cascade,
    line smallint not null check (line > 0),
    product_id bigint not null references product,
    quantity int not null check (quantity > 0),
    unit_price numeric(12, 2) not null check (unit_price >= 0),
    primary key (order_id, line)
);
create index order_item_product on order_item (product_id);

create table payment (
    id bigint generated always as identity primary key,
    order_id bigint not null references orders,
    provider text not null,
    reference text not null,
    amount numeric(12, 2) not null check (amount > 0),
    captured_at timestamptz,
    failed_at timestamptz,
    response jsonb not null,
    created_at timestamptz not null default now(),
    unique (provider, reference),
    check (captured_at is null or failed_at is null)
);
create index payment_order on payment (order_id);

create table coupon (
    id int generated always as identity primary key,
    code citext not null unique,
    percent numeric(5, 2) not null check (percent > 0 and percent <= 100),
    valid daterange not null,
    uses_left int check (uses_left >= 0)
);

create table coupon_use (
    coupon_id int not null references coupon,
    order_id bigint not null references orders on delete cascade,
    primary key (coupon_id, order_id)
);
create index coupon_use_order on coupon_use (order_id);

create table review (
    id bigint generated always as identity primary key,
    product_id bigint not null references product on delete cascade,
    customer_id bigint not null references customer on delete cascade,
    rating smallint not null check (rating between 1 and 5),
    body text,
    created_at timestamptz not null default now(),
    unique (product_id, customer_id)
);
create index review_customer on review (customer_id);

create table cart (
    id uuid primary key default gen_random_uuid(),
    customer_id bigint references customer on delete cascade,
    items jsonb not null default '[]',
    touched_at timestamptz not null default now()
);
create index cart_customer on cart (customer_id) where customer_id is not null;
create index cart_touched on cart (touched_at);

create table idempotency_key (
    key text primary key,
    response jsonb,
    created_at timestamptz not null default now()
);
create index idempotency_key_created on idempotency_key (created_at);

create table outbox (
    id bigint generated always as identity primary key,
    topic text not null,
    payload jsonb not null,
    attempts smallint not null default 0,
    not_before timestamptz not null default now(),
    created_at timestamptz not null default now()
) with (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 500, fillfactor = 70);
create index outbox_due on outbox (not_before, id);
comment on table outbox is 'Messages to others, taken with "for update skip locked" and deleted when sent';

create table audit.change (
    id bigint generated always as identity primary key,
    relation text not null,
    row_key text not null,
    operation text not null check (operation in ('INSERT', 'UPDATE', 'DELETE')),
    before jsonb,
    after jsonb,
    changed_by text not null default session_user,
    changed_at timestamptz not null default now()
);
create index change_of on audit.change (relation, row_key, changed_at desc);
create index change_when on audit.change using brin (changed_at);

create function audit.record_change() returns trigger language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
declare
    was jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
    is_now jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
begin
    insert into audit.change (relation, row_key, operation, before, after)
    values (tg_table_name, coalesce(is_now, was) ->> 'id', tg_op, was, is_now);
    return null;
end $$;
comment on function audit.record_change() is 'Runs as its owner, for who changes an order may not write the trail';

create trigger customer_touch before update on customer for each row execute function touch();
create trigger product_touch before update on product for each row execute function touch();
create trigger orders_touch before update on orders for each row execute function touch();
create trigger stock_touch before update on stock for each row execute function touch();
create trigger orders_audit after insert or update or delete on orders
    for each row execute function audit.record_change();
create trigger product_audit after update or delete on product
    for each row execute function audit.record_change();

create view order_overview as
select o.id, o.public_id, o.status, o.placed_at, o.total, c.full_name, count(i.line) as lines
from orders as o
join customer as c on c.id = o.customer_id
left join order_item as i on i.order_id = o.id
group by o.id, c.id;

create materialized view product_sales as
select i.product_id, sum(i.quantity) as sold, sum(i.quantity * i.unit_price) as revenue, max(o.placed_at) as last_sold
from order_item as i
join orders as o on o.id = i.order_id
where o.status <> 'cancelled'
group by i.product_id
with no data;
create unique index product_sales_product on product_sales (product_id);
create index product_sales_revenue on product_sales (revenue desc);

create function reserve(wanted bigint, how_many int) returns smallint language plpgsql
    set search_path = shop, pg_temp as $$
declare
    place smallint;
begin
    select s.location_id into place from stock as s
    where s.product_id = wanted and s.quantity - s.reserved >= how_many
    order by s.quantity - s.reserved desc limit 1
    for update skip locked;
    if found then
        update stock set reserved = reserved + how_many where product_id = wanted and location_id = place;
    end if;
    return place;
end $$;
grant execute on function reserve(bigint, int) to shop_app;

-- The rows of some years.
insert into category (parent_id, slug, title)
select null, 'c' || n, 'Department ' || n from generate_series(1, 8) as n;
insert into category (parent_id, slug, title, position)
select 1 + n % 8, 'c' || n, 'Shelf ' || n, n % 10 from generate_series(9, 80) as n;
insert into location (code, title) values ('HAM', 'Hamburg'), ('MUC', 'Munich'), ('VIE', 'Vienna');
insert into customer (email, full_name, locale, preferences, marketing_consent, created_at, deleted_at)
select 'person' || n || '@example.org', 'Person ' || n, (array['en', 'de', 'fr', 'pl'])[1 + n % 4],
    jsonb_build_object('newsletter', n % 3 = 0, 'theme', 'light'), n % 3 = 0,
    now() - (6000 - n) * interval '4 hours', case when n % 50 = 0 then now() - n * interval '1 hour' end
from generate_series(1, 6000) as n;
insert into address (customer_id, kind, lines, postal_code, city, country)
select 1 + n % 6000, case when n <= 6000 then 'billing' else 'shipping' end, array['Street ' || n % 900], lpad((n % 99999)::text, 5, '0'),
    'City ' || n % 300, (array['DE', 'AT', 'FR', 'PL'])[1 + n % 4]
from generate_series(1, 12000) as n;
insert into product (sku, title, description, category_id, attributes, active)
select 'SKU-' || lpad(n::text, 6, '0'), (array['Lamp', 'Chair', 'Kettle', 'Rug', 'Shelf'])[1 + n % 5] || ' ' || n,
    'Made of ' || (array['oak', 'steel', 'wool', 'glass'])[1 + n % 4] || ', article ' || md5(n::text), 9 + n % 72,
    jsonb_build_object('colour', (array['red', 'blue', 'green'])[1 + n % 3], 'weight', n % 40), n % 12 <> 0
from generate_series(1, 3000) as n;
insert into price (product_id, valid, amount)
select n, tstzrange(now() - interval '2 years', now() - interval '1 year'), n % 400 + 0.99 from generate_series(1, 3000) as n
union all
select n, tstzrange(now() - interval '1 year', null), n % 400 + 4.99 from generate_series(1, 3000) as n;
insert into stock (product_id, location_id, quantity)
select n, place, (n * place) % 90 from generate_series(1, 3000) as n, generate_series(1, 3) as place;
insert into orders (customer_id, billing_address_id, shipping_address_id, status, total, note, placed_at)
select 1 + n * 7 % 6000, 1 + n * 7 % 6000, 6001 + n * 7 % 6000,
    case when n > 19800 then 'new' when n > 19600 then 'packed' when n % 40 = 0 then 'cancelled' else 'delivered' end::order_status,
    n % 900 + 5, case when n % 9 = 0 then 'Ring twice' end, now() - (20000 - n) * interval '40 minutes'
from generate_series(1, 20000) as n;
insert into order_item (order_id, line, product_id, quantity, unit_price)
select n, line, 1 + (n * 13 + line * 101) % 3000, 1 + n % 3, n % 400 + 0.99
from generate_series(1, 20000) as n, generate_series(1, 1 + n % 4) as line;
insert into payment (order_id, provider, reference, amount, captured_at, response)
select id, (array['cardpay', 'bankpay'])[1 + id % 2], md5(id::text), total, placed_at, jsonb_build_object('code', 'ok', 'id', md5(id::text))
from orders where status not in ('new', 'cancelled');
insert into coupon (code, percent, valid, uses_left)
select 'WELCOME' || n, 5 + n % 20, daterange('2026-01-01', null), 1000 from generate_series(1, 30) as n;
insert into coupon_use select 1 + id % 30, id from orders where id % 11 = 0;
insert into review (product_id, customer_id, rating, body)
select 1 + n % 3000, 1 + n * 17 % 6000, 1 + n % 5, case when n % 3 = 0 then 'As described' end from generate_series(1, 5000) as n;
insert into cart (customer_id, items, touched_at)
select case when n % 2 = 0 then 1 + n % 6000 end, '[{"sku": "SKU-000001", "quantity": 1}]', now() - n * interval '1 minute'
from generate_series(1, 1500) as n;
insert into idempotency_key (key, response, created_at)
select md5('request' || n), '{"status": 201}', now() - n * interval '20 seconds' from generate_series(1, 2000) as n;
insert into outbox (topic, payload) select 'order.placed', jsonb_build_object('order', n) from generate_series(19990, 20000) as n;
refresh materialized view product_sales;
reset role;
vacuum analyze;
