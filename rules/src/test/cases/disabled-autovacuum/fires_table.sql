-- Off for a table, for the TOAST table of another, for both, and for two partitions, which are reported as one.
-- server: own
create schema "Live Shows";
create table "Live Shows"."Cue" (id int primary key, note text) with (autovacuum_enabled = off);
insert into "Live Shows"."Cue" select n from generate_series(1, 1000) as n;
delete from "Live Shows"."Cue" where id > 100;
create table recording (id int primary key, sound bytea) with (toast.autovacuum_enabled = FALSE);
create table log (id int, note text) with (autovacuum_enabled = 0, toast.autovacuum_enabled = 'n', fillfactor = 90);
create table booking (id int, day date) partition by range (day);
create table booking_2025 partition of booking for values from ('2025-01-01') to ('2026-01-01') with (autovacuum_enabled = no);
create table booking_2026 partition of booking for values from ('2026-01-01') to ('2027-01-01') partition by list (id);
create table booking_2026_rest partition of booking_2026 default with (autovacuum_enabled = no);
create table booking_rest partition of booking default;
select pg_sleep(1.1); -- the counters arrive within a second
