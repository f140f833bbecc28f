-- The statements tell which of several indexes are in the way: one by its key, one by its condition; hostile names.
-- versions: 16+
-- settings: shared_preload_libraries = pg_stat_statements
-- thresholds: min-updates = 1000, min-age = 0 s
create extension pg_stat_statements;
create schema "Live Shows";
create table "Live Shows"."Seat" (id int primary key, "State" int, place text, note text) with (fillfactor = 40);
create index "by state" on "Live Shows"."Seat" ("State");
create index "by place" on "Live Shows"."Seat" (place);
create index "free places" on "Live Shows"."Seat" (place) where "State" = 0;
insert into "Live Shows"."Seat" select n, 0, 'row ' || n, '' from generate_series(1, 1000) as n;
update "Live Shows"."Seat" as s set "State" = 1, note = coalesce(note, 'id = 1, place = 2') where id > 0;
select pg_sleep(1.1);
-- cure
drop index concurrently "Live Shows"."by state";
drop index concurrently "Live Shows"."free places";
