-- Not null for new rows only.
-- versions: 18+
create table cue (id int primary key, note text);
alter table cue add constraint cue_note not null note not valid;
