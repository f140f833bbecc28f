-- The view keeps the type of the column from being changed.
create table show (id bigint primary key);
create table cue (id int primary key, show_id int references show);
create view cues as select show_id, count(*) from cue group by show_id;
-- cure
begin;
drop view cues;
alter table cue alter column show_id type bigint;
commit;
