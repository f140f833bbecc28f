-- It is invalid because it is being built, rebuilt or dropped right now.
create table cue (id int primary key, note text);
insert into cue values (1, 'go');
create index cue_id on cue (id);
-- session: holder
begin;
update cue set note = 'stand by';
-- session: builder, waiting
create index concurrently cue_note on cue (note);
