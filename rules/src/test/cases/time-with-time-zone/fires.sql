create schema live;
create table live."Shop" (id int, "Opens" timetz, closes time(0) with time zone default current_time);
create table part (id int, at timetz) partition by range (id);
create table part_1 partition of part for values from (1) to (10);
-- cure
alter table live."Shop" alter "Opens" type time, alter closes drop default, alter closes type time;
alter table part alter at type time;
