-- A statement that has begun long ago, and waits for a lock ever since: another rule names the one who holds it.
-- thresholds: min-age = 0 s
create table cue (id int primary key, note text);
-- session: holder
begin;
lock table cue in exclusive mode;
-- session: reader, waiting
begin isolation level repeatable read;
select 1; -- takes the snapshot
lock table cue in exclusive mode;
-- session: main
select pg_current_xact_id();
