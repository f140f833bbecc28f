-- Archiving is off; that is another matter.
create table cue (id int);
