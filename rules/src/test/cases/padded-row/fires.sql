-- Flags between numbers, an enum, columns that are never null though they might be; a partitioned table with its
-- partitions.
-- thresholds: min-waste = 8 kB
create schema "Box";
create type "Box".colour as enum ('red', 'green');
create table "Box"."Seat" (free boolean not null, id bigint not null, sold boolean not null, price bigint,
    paint "Box".colour not null, seen timestamptz not null, note text, "At End" boolean not null, last bigint not null);
insert into "Box"."Seat" select true, n, false, n, 'red', now(), 'x', true, n from generate_series(1, 2000) as n;
create table visit (flag boolean not null, id bigint not null, other boolean not null, at timestamptz not null)
    partition by range (id);
create table visit_1 partition of visit for values from (0) to (1000);
create table visit_2 partition of visit for values from (1000) to (5000);
insert into visit select true, n, true, now() from generate_series(1, 3000) as n;
vacuum analyze "Box"."Seat", visit;
-- cure
create table "Box"."New Seat" (id bigint not null, price bigint, seen timestamptz not null, last bigint not null,
    paint "Box".colour not null, free boolean not null, sold boolean not null, "At End" boolean not null, note text);
drop table "Box"."Seat";
drop table visit;
