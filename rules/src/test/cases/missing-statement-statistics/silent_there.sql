-- Loaded and installed, in whatever schema.
-- settings: shared_preload_libraries = pg_stat_statements
create schema monitoring;
create extension pg_stat_statements schema monitoring;
create table cue (id int primary key);
