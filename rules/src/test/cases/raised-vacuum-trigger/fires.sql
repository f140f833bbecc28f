-- Somebody wanted to keep autovacuum out of the way: one table by share, one partition by number.
-- thresholds: min-dead = 1000
create schema "Live Shows";
create table "Live Shows"."Cue" (id int primary key, note text)
    with (autovacuum_vacuum_scale_factor = 5, autovacuum_vacuum_threshold = 1000);
insert into "Live Shows"."Cue" select n from generate_series(1, 4000) as n;
delete from "Live Shows"."Cue" where id > 2000;
create table booking (id int, day date) partition by range (day);
create table booking_2026 partition of booking for values from ('2026-01-01') to ('2027-01-01')
    with (autovacuum_vacuum_threshold = 1000000);
insert into booking select n, '2026-05-01' from generate_series(1, 4000) as n;
delete from booking where id > 2000;
select pg_sleep(1.2); -- the counters arrive within a second
analyze "Live Shows"."Cue", booking_2026;
select pg_sleep(1.2);
