-- A backup reads; who may not log in; who writes to tables without row security; superusers.
create role backup login bypassrls in role pg_read_all_data;
create role service bypassrls;
create role boss superuser login bypassrls;
create role loader login bypassrls;
create schema shop;
create table shop.orders (id int primary key, tenant int);
alter table shop.orders enable row level security;
grant all on shop.orders to service, boss;
create table shop.staging (id int primary key);
grant all on shop.staging to loader;
