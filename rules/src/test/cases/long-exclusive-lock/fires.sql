-- A migration has locked two tables, one of them with an index that tells its kind too, and then does something else.
-- thresholds: min-age = 0 s
create schema "Live Shows";
create table "Live Shows"."Cue" (id int primary key, note text);
create table booking (id int primary key);
-- session: migration
set application_name = 'migration';
begin;
lock table "Live Shows"."Cue", booking in access exclusive mode;
select pg_sleep(0.01);
-- cure
select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'migration';
