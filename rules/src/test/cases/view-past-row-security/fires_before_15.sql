-- versions: 14-14
-- A materialized view shows all there, too.
create role authenticator login noinherit;
create role anon;
grant anon to authenticator;
create schema api;
grant usage on schema api to anon;
create table api.orders (id int primary key, owner text);
alter table api.orders enable row level security;
create policy own on api.orders using (owner = current_user);
create materialized view api.all_orders as select id from api.orders;
grant select on api.all_orders to anon;
-- cure
revoke select on api.all_orders from anon;
