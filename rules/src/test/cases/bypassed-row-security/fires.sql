-- It writes through a group, and owns another.
create role writers;
create role "Worker Bee" login bypassrls in role writers;
create role keeper login bypassrls;
create schema "Shop";
create table "Shop"."Order" (id int primary key, tenant int);
alter table "Shop"."Order" enable row level security;
grant update on "Shop"."Order" to writers;
create table "Shop".note (id int primary key);
alter table "Shop".note enable row level security;
alter table "Shop".note owner to keeper;
-- cure
alter role "Worker Bee" nobypassrls;
alter role keeper nobypassrls;
