-- A single dead row, told in the singular.
-- server: own
create table cue (id int primary key) with (autovacuum_enabled = off);
insert into cue select n from generate_series(1, 100) as n;
delete from cue where id = 7;
select pg_sleep(1.1); -- the counters arrive within a second
