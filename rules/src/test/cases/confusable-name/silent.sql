-- The same name in two places, numbers that an underscore keeps apart, another alphabet throughout, a unit's letter,
-- partitions, and a function that is called as a table is.
create schema east;
create schema west;
create table east.seat (id int, note_1_11 int, note_11_1 int, "δt" int, "имя_id" int, t1 int, tl int);
create table west.seat (id int);
create table east.day (id int) partition by list (id);
create table east.day_1 partition of east.day for values in (1);
create table east."day1" partition of east.day for values in (2);
create function east.se_at() returns int language sql as 'select 1';
