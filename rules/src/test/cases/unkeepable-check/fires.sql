-- Checks that look at other rows through functions of any volatility, on a quoted table, a partitioned one and itself.
create schema "Box";
create table "Box"."Limit" (kind text primary key, most int not null);
create function "Box".most(k text) returns int language sql stable as $$ select most from "Box"."Limit" where kind = k $$;
create table "Box"."Item" (id int primary key, kind text, n int, constraint "Not too many" check (n <= "Box".most(kind)));
create table slot (id int, hall int, constraint slot_alone check (id > 0)) partition by range (id);
create table slot_1 partition of slot for values from (1) to (100);
create function public.taken(h int) returns bigint language plpgsql as $$ begin return (select count(*) from slot where hall = h); end $$;
alter table slot add constraint hall_small check (public.taken(hall) < 3);
-- cure
alter table "Box"."Item" drop constraint "Not too many";
alter table slot drop constraint hall_small;
