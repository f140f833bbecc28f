-- Somebody waits, but not for long.
create table cue (id int primary key, note text);
insert into cue values (1, 'go');
-- session: holder
begin;
update cue set note = 'stand by';
-- session: waiter, waiting
update cue set note = 'again';
