create table cue (id int, a int, b int);
alter table cue drop column a;
