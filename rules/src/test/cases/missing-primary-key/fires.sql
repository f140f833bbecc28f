-- A unique index on columns that are never null becomes the key in a moment, and comes back as it was.
create schema live;
create table live.cue (show int not null, number int not null, note text);
create unique index cue_number on live.cue (show, number) include (note) with (fillfactor = 80);
alter table live.cue replica identity using index cue_number;
comment on index live.cue_number is 'the key in all but name';
