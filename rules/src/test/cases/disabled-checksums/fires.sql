-- As initdb made clusters up to version 17 unless somebody asked for more.
-- versions: 14-17
-- no replay: the server must be stopped for it
create table cue (id int);
