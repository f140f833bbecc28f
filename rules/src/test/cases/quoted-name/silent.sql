-- Words that SQL knows and takes all the same, letters beyond ASCII, a dollar sign, and a partition's name.
create table seat (id int, name text, value int, "time" time, "timestamp" timestamptz, position int, type text, year int,
    "größe" int, a$b int);
create table day (id int) partition by list (id);
create table "Day 1" partition of day for values in (1);
