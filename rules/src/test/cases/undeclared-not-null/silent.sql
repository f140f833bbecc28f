-- Declared, not validated, one of several conditions, for one table only.
create table cue (id int primary key check (id is not null), show int not null check (show is not null), note text, day date,
    kind int check (kind is not null) no inherit, check (note is not null or day is not null));
alter table cue add check (day is not null) not valid;
create table lamp (a int check (a > 0 and a is not null));
create extension seg;
create table theirs (a int check (a is not null));
alter extension seg add table theirs;
