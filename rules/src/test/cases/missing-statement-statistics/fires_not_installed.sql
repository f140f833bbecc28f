-- Loaded, and nobody in this database can look.
-- settings: shared_preload_libraries = pg_stat_statements
create table cue (id int primary key);
