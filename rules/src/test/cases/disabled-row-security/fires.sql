-- The policy is there, somebody may read the table, and row security is off; in a schema and with a name that need quotes.
create schema "Box";
grant usage on schema "Box" to public;
create table "Box"."Note" (id int primary key, owner text);
create policy own on "Box"."Note" for select using (owner = current_user);
grant select on "Box"."Note" to public;
