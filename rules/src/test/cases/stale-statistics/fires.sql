-- Half of the rows are new since the table was analyzed, and autovacuum does not come.
-- thresholds: min-changes = 100
create schema "Live Shows";
create table "Live Shows"."Booking" (id int primary key, note text);
insert into "Live Shows"."Booking" select n, 'x' from generate_series(1, 1000) as n;
select pg_sleep(1.1); -- else the counters of the insert arrive after those of the analyze, on old versions
analyze "Live Shows"."Booking";
insert into "Live Shows"."Booking" select n, 'x' from generate_series(1001, 1500) as n;
select pg_sleep(1.1);
