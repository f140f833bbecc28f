-- Archiving is off.
create table cue (id int);
