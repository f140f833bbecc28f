-- versions: 15+
-- Who may read the view may read the table, too; one was told not to read as its reader.
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
create view "Api"."Orders" as select id, owner from "Api"."Order";
create view "Api".told with (security_invoker = false) as select id from "Api"."Order";
grant select on "Api"."Orders", "Api".told to authenticated;
