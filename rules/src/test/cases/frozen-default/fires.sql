-- The word is read once, when the default is set.
set timezone = 'UTC';
create schema live;
create table live."Cue" (id int, "At" timestamptz default 'now', changed timestamp(4) default 'now'::timestamp);
create table part (id int, at timestamptz default 'now'::timestamptz) partition by range (id);
create table part_1 partition of part for values from (1) to (10);
