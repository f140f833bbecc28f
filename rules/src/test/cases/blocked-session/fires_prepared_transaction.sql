-- The root is no session at all, but a transaction that was prepared and forgotten.
-- thresholds: min-wait = 0 s
create table cue (id int primary key, note text);
insert into cue values (1, 'go');
begin;
update cue set note = 'stand by';
prepare transaction 'forgotten';
-- session: waiter, waiting
update cue set note = 'again';
-- cure
rollback prepared 'forgotten';
