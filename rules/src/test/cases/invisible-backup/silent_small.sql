-- What is small can be made again.
create table cue (id int primary key, note text);
vacuum cue;
