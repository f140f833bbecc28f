-- Few rows, logged, an extension's.
create unlogged table cache (id int primary key);
insert into cache select generate_series(1, 100);
create table kept (id int primary key);
insert into kept select generate_series(1, 1000);
create extension seg;
create unlogged table theirs (id int);
insert into theirs select generate_series(1, 1000);
analyze cache, kept, theirs;
alter extension seg add table theirs;
