-- One blocks a schema change, behind which everybody else queues up; it is idle in its transaction.
-- thresholds: min-wait = 0 s
create table cue (id int primary key, note text);
insert into cue values (1, 'go'), (2, 'stop');
-- session: root
set application_name = 'console';
begin;
update cue set note = 'stand by' where id = 1;
-- session: migration, waiting
alter table cue add column colour text;
-- session: shop, waiting
select count(*) from cue;
-- session: office, waiting
select note from cue where id = 2;
