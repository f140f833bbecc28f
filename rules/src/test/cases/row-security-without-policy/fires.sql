-- A role and its group, a partitioned root, restrictive policies only, an owner who is held by force.
create role "Clerk" login;
create role readers;
create role auditor login in role readers;
create role keeper login;
create schema "Shop";
grant usage on schema "Shop" to "Clerk", readers, keeper;
create table "Shop"."Note" (id int primary key, owner text);
alter table "Shop"."Note" enable row level security;
grant select, insert on "Shop"."Note" to "Clerk";
grant select (id) on "Shop"."Note" to readers;
create table "Shop".visit (id int, day date) partition by range (day);
create table "Shop".visit_2026 partition of "Shop".visit for values from ('2026-01-01') to ('2027-01-01');
alter table "Shop".visit enable row level security;
alter table "Shop".visit_2026 enable row level security;
create policy no_past on "Shop".visit as restrictive using (day > '2026-06-01');
grant update on "Shop".visit, "Shop".visit_2026 to "Clerk";
create table "Shop".kept (id int primary key);
alter table "Shop".kept enable row level security;
alter table "Shop".kept force row level security;
alter table "Shop".kept owner to keeper;
-- cure
create policy own on "Shop"."Note" using (owner = current_user);
create policy own on "Shop".visit using (true);
create policy own on "Shop".kept using (true);
