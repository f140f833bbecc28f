-- Installed, but the library is not there to count; another one is.
-- settings: shared_preload_libraries = auto_explain
-- no replay: the ward sets one value, while alter system takes a list of libraries as one literal each
create extension pg_stat_statements;
create table cue (id int primary key);
