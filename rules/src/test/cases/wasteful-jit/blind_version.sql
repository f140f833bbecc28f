-- Nobody has counted what compiling took.
-- versions: 14
-- settings: shared_preload_libraries = pg_stat_statements
-- thresholds: min-age = 0 s
create extension pg_stat_statements;
