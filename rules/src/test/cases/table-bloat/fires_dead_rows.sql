-- The deleted rows are still there, for nobody has vacuumed.
-- thresholds: min-waste = 1 MB
create schema "Live Shows";
create table "Live Shows"."Booking" (id int primary key, note text) with (autovacuum_enabled = off);
insert into "Live Shows"."Booking" select n, repeat('x', 100) from generate_series(1, 50000) as n;
delete from "Live Shows"."Booking" where id % 5 <> 0;
analyze "Live Shows"."Booking";
select pg_sleep(1.1); -- the counters arrive within a second
-- cure
vacuum (full, analyze) "Live Shows"."Booking";
