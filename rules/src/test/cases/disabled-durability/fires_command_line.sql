-- Given when the server was started, as on the servers of our own tests: no file overrules it.
-- no replay: only whoever starts the server can start it otherwise
create table cue (id int primary key);
