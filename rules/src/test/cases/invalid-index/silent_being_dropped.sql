-- It is invalid because it is being dropped right now, which shows nowhere but among the locks.
create table cue (id int primary key, note text);
create index cue_note on cue (note);
-- session: holder
begin;
select * from cue;
-- session: dropper, waiting
drop index concurrently cue_note;
