-- Conditions that leave something out, or may.
create table cue (id int primary key, day date, note text not null);
create index on cue (day) where day is not null;
create index on cue (day) where note <> '';
create index on cue (day) where note is not null and day is not null;
