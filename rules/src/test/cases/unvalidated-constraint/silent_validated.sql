-- Validated at once or later; a foreign table's check, which nobody can check.
create table show (id int primary key check (id > 0));
create table cue (id int primary key, show_id int references show, number int);
alter table cue add constraint cue_number check (number > 0) not valid;
alter table cue validate constraint cue_number;
create extension file_fdw;
create server files foreign data wrapper file_fdw;
create foreign table import (line int) server files options (filename '/dev/null');
alter table import add constraint import_line check (line > 0) not valid;
