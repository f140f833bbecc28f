-- One column of several, in a select, with a quoted name, by any of several values; a partitioned root; a restrictive
-- policy beside one that asks nothing of an index.
-- thresholds: min-rows = 100
create schema "Shop";
create table member (person int, tenant int);
create table "Shop"."Order" (id int primary key, "Tenant Id" int, state text);
insert into "Shop"."Order" select n, n % 50, 'new' from generate_series(1, 200) as n;
analyze "Shop"."Order";
alter table "Shop"."Order" enable row level security;
create policy "Own tenant" on "Shop"."Order" using ("Tenant Id" = (select current_setting('app.tenant')::int) and state <> 'gone');
create policy of_members on "Shop"."Order" for select
    using ("Tenant Id" = any (array(select m.tenant from member as m where m.person = 7)));
create table visit (id int, tenant int, day date) partition by range (day);
create table visit_2026 partition of visit for values from ('2026-01-01') to ('2027-01-01');
insert into visit select n, n % 50, '2026-07-01' from generate_series(1, 200) as n;
analyze visit;
alter table visit enable row level security;
create policy own on visit for select using (current_setting('app.tenant')::int = tenant);
create table task (id int primary key, tenant int, open bool);
insert into task select n, n % 50, true from generate_series(1, 200) as n;
analyze task;
alter table task enable row level security;
create policy opened on task using (open);
create policy own on task as restrictive using (tenant = 7);
