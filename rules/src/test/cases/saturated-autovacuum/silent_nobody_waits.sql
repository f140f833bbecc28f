-- Autovacuum has nothing to do.
-- server: own
-- thresholds: min-age = 0 s, min-dead = 1000
create table cue (id int primary key, note text);
insert into cue select n from generate_series(1, 4000) as n;
