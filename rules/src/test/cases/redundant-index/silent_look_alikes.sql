-- A prefix by name only: another order, class, collation, condition or method, or it carries what the other does not.
create table cue (id int primary key, show int, number int, note text, day date);
create index on cue (show, number desc);
create index on cue (show desc, number desc, id);
create index on cue (number);
create index on cue (day, number);
create index on cue (note text_pattern_ops);
create index on cue (note, id);
create index on cue (note collate "C");
create index on cue (day) where show > 0;
create index on cue (number, id) where show > 0;
create index on cue (day) include (note);
create index on cue (lower(note));
create index on cue (upper(note), id);
create index on cue using hash (show);
create index on cue using brin (show, number);
create index on cue using brin (show);
