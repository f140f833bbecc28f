-- The referencing side holds more, which harms nobody yet.
create table show (id int primary key);
create table cue (id int primary key, show_id bigint references show);
-- cure
alter table show alter id type bigint;
