-- Neither loaded nor installed.
-- server: own
create table cue (id int primary key);
