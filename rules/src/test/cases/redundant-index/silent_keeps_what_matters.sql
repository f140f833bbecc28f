-- First keys of another index, but it enforces, or rows lie in its order.
create table cue (id int primary key, show int unique, number int);
create index on cue (id, number);
create index on cue (show, number);
create index cue_number on cue (number);
create index on cue (number, id);
alter table cue cluster on cue_number;
create table seat (row int, place int);
create unique index on seat (row);
create index on seat (row, place);
