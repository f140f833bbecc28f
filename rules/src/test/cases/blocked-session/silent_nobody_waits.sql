-- Locks are held, and compatible ones are taken.
-- thresholds: min-wait = 0 s
create table cue (id int primary key, note text);
insert into cue values (1, 'go'), (2, 'stop');
-- session: one
begin;
update cue set note = 'stand by' where id = 1;
-- session: other
begin;
update cue set note = 'stand by' where id = 2;
select pg_advisory_lock(1);
