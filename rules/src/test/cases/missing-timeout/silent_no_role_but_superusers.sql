-- Nobody but the superuser can log in.
create table cue (id int primary key);
