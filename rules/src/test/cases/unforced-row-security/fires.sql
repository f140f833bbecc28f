-- The application owns its tables; another application works through the group that does; what a superuser or a robot is
-- granted besides changes nothing.
create role app login;
create role "Owners";
create role "Worker Bee" login in role "Owners";
create role robot login bypassrls;
create schema "Shop" authorization app;
grant usage on schema "Shop" to robot, "Owners";
create table "Shop"."Order" (id int primary key, tenant int);
alter table "Shop"."Order" owner to app;
alter table "Shop"."Order" enable row level security;
create policy "Own tenant" on "Shop"."Order" using (tenant = current_setting('app.tenant')::int);
grant select on "Shop"."Order" to robot;
create table "Shop".visit (id int, tenant int, day date) partition by range (day);
create table "Shop".visit_2026 partition of "Shop".visit for values from ('2026-01-01') to ('2027-01-01');
alter table "Shop".visit owner to "Owners";
alter table "Shop".visit_2026 owner to "Owners";
alter table "Shop".visit enable row level security;
create policy own on "Shop".visit for all to "Owners" using (tenant = current_setting('app.tenant')::int);
