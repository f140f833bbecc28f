-- Autovacuum is on, but does not come: here, because it looks once in 24 days. What died was there at the last analyze.
-- settings: autovacuum_naptime = 2147483
-- thresholds: min-age = 0 s, min-dead = 1000
create schema "Live Shows";
create table "Live Shows"."Cue" (id int primary key, note text);
insert into "Live Shows"."Cue" select n from generate_series(1, 4000) as n;
delete from "Live Shows"."Cue" where id > 1000;
create table booking (id int, day date) partition by range (day);
create table booking_2026 partition of booking for values from ('2026-01-01') to ('2027-01-01');
insert into booking select n, '2026-05-01' from generate_series(1, 4000) as n;
delete from booking where id > 1000;
select pg_sleep(1.2); -- the counters arrive within a second
analyze "Live Shows"."Cue", booking_2026;
select pg_sleep(1.2);
