create table shop (id int, opens time, at timestamptz);
create extension seg;
create table theirs (at timetz);
alter extension seg add table theirs;
