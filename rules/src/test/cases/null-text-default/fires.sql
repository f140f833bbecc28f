create schema live;
create table live."Cue" (id int, "Note" text default 'NULL', word varchar(10) default 'null');
create table part (id int, note text default 'Null') partition by range (id);
create table part_1 partition of part for values from (1) to (10);
