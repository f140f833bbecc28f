-- A session holds a lock and does nothing while another waits for it.
-- thresholds: min-age = 0 s
create table cue (id int primary key, note text);
insert into cue values (1, 'go');
-- session: holder
begin;
update cue set note = 'stand by';
-- session: waiter, waiting
update cue set note = 'go again';
