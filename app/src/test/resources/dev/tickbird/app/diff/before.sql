-- what:  a small shop before its migration
create schema shop;
create type shop.state as enum ('new', 'paid');
create domain shop.amount as numeric(10, 2) check (value >= 0);
create sequence shop.ticket increment 1;
create table shop.customer (id bigint generated always as identity primary key, email text not null, note text);
create table shop.purchase (
    id int primary key,
    customer bigint not null references shop.customer,
    amount shop.amount default 0,
    state shop.state not null default 'new',
    placed timestamptz not null default now());
create index purchase_customer_idx on shop.purchase (customer);
create index purchase_state_idx on shop.purchase (state);
create table shop.event (id bigint, at date not null) partition by range (at);
create table shop.event_2025 partition of shop.event for values from ('2025-01-01') to ('2026-01-01');
create table shop.event_2026 partition of shop.event for values from ('2026-01-01') to ('2027-01-01');
create table shop.obsolete (id int primary key, old text);
create index obsolete_old_idx on shop.obsolete (old);
create view shop.paid as
    select id, amount
    from shop.purchase
    where state = 'paid';
create function shop.total(customer bigint) returns numeric language sql stable as
    'select sum(amount) from shop.purchase where purchase.customer = $1';
create function shop.touch() returns trigger language plpgsql as $$begin return new; end$$;
create trigger touched before update on shop.purchase for each row execute function shop.touch();
alter table shop.purchase enable row level security;
create policy own on shop.purchase for select using (customer = 1);
comment on table shop.customer is 'who pays';
grant select on shop.customer to public;
