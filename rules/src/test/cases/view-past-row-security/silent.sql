-- versions: 15+
-- Reads as its reader; is granted to nobody; chooses by its reader; reads a table without row security, a facade; one
-- whose policies show all; one that forces them on the view's owner; lies in a schema that is not served.
create role authenticator login noinherit;
create role anon;
create role keeper;
grant anon to authenticator;
create schema api;
create schema private;
grant usage on schema api to anon;
create table private.orders (id int primary key, owner text);
create table private.post (id int primary key, owner text);
create table private.forced (id int primary key, owner text);
create table private.open (id int primary key, owner text);
alter table private.orders enable row level security;
alter table private.post enable row level security;
alter table private.forced enable row level security;
alter table private.forced force row level security;
alter table private.forced owner to keeper;
create policy own on private.orders using (owner = current_user);
create policy own on private.post for update using (owner = current_user);
create policy everybody on private.post for select using (true);
create policy own on private.forced using (owner = current_user);
create view api.as_reader with (security_invoker = on) as select id from private.orders;
create view api.nobodys as select id from private.orders;
create view api.own_rows as select id from private.orders where owner = current_setting('request.role', true);
create view api.own_rows_by_name as select id from private.orders where owner = session_user;
create view api.facade as select id from private.open;
create view api.posts as select id from private.post;
create view api.forced as select id from private.forced;
alter view api.forced owner to keeper;
create view private.hidden as select id from private.orders;
grant select on api.as_reader, api.own_rows, api.own_rows_by_name, api.facade, api.posts, api.forced, private.hidden to anon;
