-- One waits for the other, and gets its turn.
-- thresholds: min-age = 0 s, min-count = 1
create table cue (id int primary key, note text);
insert into cue values (1, 'go'), (2, 'stop');
-- session: one
begin;
update cue set note = 'one' where id = 1;
-- session: two, waiting
update cue set note = 'two' where id = 1;
-- session: one
commit;
