-- Strangers have no mapping; are granted nothing; the schema is not served.
create role authenticator login noinherit;
create role anon;
create role clerk;
grant anon, clerk to authenticator;
create schema api;
create schema private;
grant usage on schema api to anon;
create extension file_fdw;
create extension postgres_fdw;
create server files foreign data wrapper file_fdw;
create server other foreign data wrapper postgres_fdw options (dbname 'nowhere');
create user mapping for clerk server other;
create foreign table api.orders (id int) server other;
create foreign table api.customer (line text) server files options (filename '/nowhere/customers.csv');
create foreign table private.customer (line text) server files options (filename '/nowhere/customers.csv');
grant select on api.orders, private.customer to anon;
grant select on api.customer to clerk;
