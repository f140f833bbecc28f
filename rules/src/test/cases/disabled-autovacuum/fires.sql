-- Off for the whole server.
-- server: own
-- settings: autovacuum=off
create table cue (id int primary key);
