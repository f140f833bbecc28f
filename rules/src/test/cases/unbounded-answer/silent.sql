-- As many rows: of one day, of a page, of a join, inserted; and a short list that is read whole.
-- settings: shared_preload_libraries = pg_stat_statements, pg_stat_statements.track = none
-- thresholds: min-rows = 1000, min-calls = 2, min-per-second = 1, min-age = 0 s
create extension pg_stat_statements;
create table cue (id int, note text);
create table copy (id int, note text);
create table scene (id int);
insert into cue select n, 'light ' || n from generate_series(1, 2000) as n;
insert into scene select n from generate_series(1, 100) as n;
set pg_stat_statements.track = 'top';
select pg_stat_statements_reset();
select * from cue where id > 1;
select * from cue order by id limit 1500;
select * from cue join cue as other using (id);
insert into copy select * from cue;
select * from scene;
select * from cue where id > 1;
select * from cue order by id limit 1500;
select * from cue join cue as other using (id);
insert into copy select * from cue;
select * from scene;
