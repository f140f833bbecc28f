-- One row in a hundred has a value; with hostile names, in descending order, with a storage parameter.
-- thresholds: min-waste = 100 kB
create schema "Live Shows";
create table "Live Shows"."Booking" (id int primary key, "Cancelled at" timestamptz);
insert into "Live Shows"."Booking" select n, case when n % 100 = 0 then now() end from generate_series(1, 25000) as n;
create index "cancelled" on "Live Shows"."Booking" ("Cancelled at" desc) with (fillfactor = 80);
vacuum analyze "Live Shows"."Booking";
