-- What belongs to an extension is the extension's business.
create extension seg;
create table show (id bigint primary key);
create table cue (id int primary key, show_id int references show);
alter extension seg add table cue;
