-- Reads a setting, but has a path of its own and so is not inlined; quoted names.
-- thresholds: min-rows = 100
create schema "Auth";
create function "Auth"."Tenant id"() returns int language sql set search_path = ''
    as $$ select nullif(current_setting('app.tenant', true), '')::int $$;
create table "Order" (id int primary key, tenant int);
create index on "Order" (tenant);
insert into "Order" select n, n from generate_series(1, 120) as n;
analyze "Order";
alter table "Order" enable row level security;
create policy "Own tenant" on "Order" using (tenant = "Auth"."Tenant id"());
