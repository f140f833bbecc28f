create schema shop;
create type shop.state as enum ('new', 'paid', 'sent', 'returned', 'lost');
create domain shop.percentage as numeric check (value between 0 and 100);
create domain shop.code as text;
create type shop.span as range (subtype = float8);

create table shop.customer (
    id integer primary key,
    gone integer,
    name text not null,
    mail varchar(80),
    born date,
    city text,
    country text,
    discount shop.percentage,
    code shop.code,
    tags text[],
    profile jsonb,
    balance numeric(12, 2),
    active boolean
);
alter table shop.customer drop column gone;
create index customer_name on shop.customer (name);
create index customer_mail on shop.customer (lower(mail));
create index customer_born on shop.customer (born desc nulls last);
create index customer_city on shop.customer (country, city);
create index customer_discount on shop.customer (discount);
create index customer_code on shop.customer (code);
create index customer_tags on shop.customer using gin (tags);
create index customer_profile on shop.customer using gin (profile);
create index customer_path on shop.customer using gin (profile jsonb_path_ops);
create index customer_balance on shop.customer (balance) include (name);
create index customer_hash on shop.customer using hash (mail);
create index customer_name_pattern on shop.customer (name text_pattern_ops);
create statistics shop.customer_place (ndistinct, dependencies, mcv) on city, country from shop.customer;
create statistics shop.customer_words on (lower(city)), (id % 7) from shop.customer;
create statistics shop.customer_mixed (mcv, ndistinct, dependencies) on country, active, (lower(city)) from shop.customer;

create table shop.orders (
    id bigint generated always as identity primary key,
    customer_id integer not null references shop.customer,
    state shop.state not null default 'new',
    placed timestamptz not null,
    sent date,
    total numeric not null,
    note text,
    words tsvector,
    validity tstzrange,
    weights float8[],
    place point,
    source inet,
    key uuid,
    net bigint generated always as (id * 3) stored
);
create index orders_customer on shop.orders (customer_id);
create index orders_open on shop.orders (placed) where state = 'new';
create index orders_placed on shop.orders using brin (placed);
create index orders_placed_day on shop.orders using brin (placed) with (pages_per_range = 16);
create index orders_words on shop.orders using gin (words);
create index orders_validity on shop.orders using gist (validity);
create index orders_place on shop.orders using gist (place);
create index orders_quad on shop.orders using spgist (place);
create index orders_source on shop.orders using spgist (source);
create index orders_total on shop.orders (total);
create index orders_state on shop.orders (state, placed);
create index orders_net on shop.orders (net);
create index orders_key on shop.orders (key);
create index orders_weights on shop.orders using gin (weights);
create index orders_note_words on shop.orders using gin (to_tsvector('simple', note));
create index orders_sent on shop.orders (sent) with (fillfactor = 50);

create table shop.event (
    id bigint,
    happened date not null,
    kind text,
    load integer,
    during shop.span
) partition by range (happened);
create table shop.event_2024 partition of shop.event for values from ('2024-01-01') to ('2025-01-01');
create table shop.event_2025 partition of shop.event for values from ('2025-01-01') to ('2026-01-01');
create table shop.event_2026 partition of shop.event for values from ('2026-01-01') to ('2027-01-01') partition by list (kind);
create table shop.event_2026_a partition of shop.event_2026 for values in ('a', 'b');
create table shop.event_2026_rest partition of shop.event_2026 default;
create index event_happened on shop.event (happened);
create index event_kind on shop.event (kind, load);
create index event_during on shop.event using gist (during);

create table shop.document (id integer primary key, title text, size integer);
create table shop.contract (signed date) inherits (shop.document);
create table shop.invoice (due date, amount numeric) inherits (shop.document);
create index contract_title on shop.contract (title);
create index invoice_title on shop.invoice (title);
create index invoice_due on shop.invoice (due);
create index document_title on shop.document (title);

create table shop.unseen (id integer primary key, customer_id integer, remark text);
create index unseen_customer on shop.unseen (customer_id);
create table shop.empty (id integer primary key, remark text);
create table shop.small (id integer primary key, label text unique);
create unlogged table shop.scratch (id integer primary key, value text);

create function public.head_of(text) returns text language sql immutable as 'select left($1, 3)';
create function public.short_of(text) returns text language sql immutable as 'select head_of($1)'; -- by the search path
do $do$
begin
    if current_setting('server_version_num')::int < 170000 then -- later ones refuse it
        create index small_short on shop.small (short_of(label));
    end if;
end
$do$;
create table shop.emptied (id int primary key, note text);
create materialized view shop.turnover as
select customer_id, date_trunc('month', placed) as month, sum(total) as total
from shop.orders
group by 1, 2
with no data;
create index turnover_customer on shop.turnover (customer_id);

create view shop.open_orders as
select o.id, o.placed, c.name
from shop.orders as o
join shop.customer as c on c.id = o.customer_id
where o.state = 'new';
