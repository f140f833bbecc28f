-- The first keys of another index: plain, backwards, unique behind, with an expression, with a carried column.
create table cue (id int primary key, show int, number int, day date, note text);
create index cue_show on cue (show);
create unique index cue_show_number on cue (show, number);
create index cue_day on cue (day desc);
create index cue_day_number on cue (day, number desc);
create index cue_note on cue (lower(note)) where number > 0;
create index cue_note_show on cue (lower(note), upper(note)) where number > 0;
create index cue_number on cue (number) include (note);
create index cue_number_day on cue (number, note);
