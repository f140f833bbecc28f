-- Installed, but the library is not there to count; another one is.
-- settings: shared_preload_libraries = auto_explain
create extension pg_stat_statements;
create table cue (id int primary key);
