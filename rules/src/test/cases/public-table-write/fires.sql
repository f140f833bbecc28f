-- Quoted names, a partitioned root with its partition, a table whose policies guard rows but not the whole.
create role teller login;
create schema "Box";
grant usage on schema "Box" to public;
create table "Box"."Seat" (id int primary key);
grant select, insert, update on "Box"."Seat" to public;
create table "Box".sale (id int, day date) partition by range (day);
create table "Box".sale_26 partition of "Box".sale for values from ('2026-01-01') to ('2027-01-01');
grant all on "Box".sale, "Box".sale_26 to public;
create table "Box".tenant (id int primary key);
alter table "Box".tenant enable row level security;
grant insert, truncate on "Box".tenant to public;
-- cure
revoke insert, update on "Box"."Seat" from public;
revoke all on "Box".sale, "Box".sale_26 from public;
revoke truncate on "Box".tenant from public;
