-- The whole of a table, as object mappers write it.
-- settings: shared_preload_libraries = pg_stat_statements, pg_stat_statements.track = none
-- thresholds: min-rows = 1000, min-calls = 3, min-per-second = 1, min-age = 0 s
create extension pg_stat_statements;
create table "Cue" (id int, note text);
insert into "Cue" select n, 'light ' || n from generate_series(1, 1000) as n;
set pg_stat_statements.track = 'top'; -- what the examination itself takes is not counted
select pg_stat_statements_reset();
select c.id, c.note as note from "Cue" as c order by c.id;
select c.id, c.note as note from "Cue" as c order by c.id;
select c.id, c.note as note from "Cue" as c order by c.id;
-- cure
select pg_stat_statements_reset();
