-- versions: 15+
-- Who may read the view may not read the table; a materialized view; the accounts.
create role authenticator login noinherit;
create role anon;
create role authenticated;
grant anon, authenticated to authenticator;
create schema "Api";
grant usage on schema "Api" to anon, authenticated;
create table "Api"."Order" (id int primary key, owner text);
alter table "Api"."Order" enable row level security;
create policy own on "Api"."Order" using (owner = current_user);
grant select on "Api"."Order" to authenticated;
create schema auth;
create table auth.users (id int primary key, email text, encrypted_password text);
create table "Api".secret (id int primary key, owner text);
alter table "Api".secret enable row level security;
create policy own on "Api".secret using (owner = current_user);
create view "Api".secrets as select id, owner from "Api".secret;
create materialized view "Api".counted as select owner, count(*) from "Api"."Order" group by owner;
create view "Api".people as select id, email from auth.users;
grant select on "Api".secrets, "Api".counted to authenticated;
grant select on "Api".people to anon;
-- cure
revoke select on "Api".secrets, "Api".counted from authenticated;
revoke select on "Api".people from anon;
