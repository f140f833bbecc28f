-- A file, for which no mapping is needed, and another server with a mapping for everybody.
create role authenticator login noinherit;
create role anon;
grant anon to authenticator;
create schema "Api";
grant usage on schema "Api" to anon;
create extension file_fdw;
create extension postgres_fdw;
create server files foreign data wrapper file_fdw;
create server "Other side" foreign data wrapper postgres_fdw options (dbname 'nowhere');
create user mapping for public server "Other side";
create foreign table "Api"."Customer" (line text) server files options (filename '/nowhere/customers.csv');
create foreign table "Api".orders (id int) server "Other side";
grant select on "Api"."Customer" to anon;
grant select on "Api".orders to public;
-- cure
revoke all on "Api"."Customer" from anon;
revoke all on "Api".orders from public;
