-- What belongs to an extension is the extension's business.
create extension seg;
create table cue (id int primary key);
alter table cue add constraint cue_id check (id > 0) not valid;
alter extension seg add table cue;
