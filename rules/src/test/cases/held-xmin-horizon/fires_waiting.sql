-- A statement that has begun long ago, and waits for a lock ever since: no other rule needs to run for it to be told.
-- thresholds: min-age = 0 s
create table cue (id int primary key, note text);
-- session: holder
begin;
lock table cue in exclusive mode;
-- session: reader, waiting
set application_name = 'reader';
begin isolation level repeatable read;
select 1; -- takes the snapshot
lock table cue in exclusive mode;
-- session: main
select pg_current_xact_id();
-- cure
select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'reader';
