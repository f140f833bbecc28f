-- Valid, however strange: partial, unique, on a partitioned table with all its parts, on one without any.
create table cue (id int primary key, day date, note text);
create index on cue (lower(note)) where day is null;
create table show (id int, day date) partition by range (day);
create index on only show (id);
create table venue (id int, day date) partition by range (day);
create table venue_rest partition of venue default;
create index on venue (id);
