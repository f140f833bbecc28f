-- A report reads a table that is dropped on the primary.
-- standby: examined
-- settings: max_standby_streaming_delay = 0
-- thresholds: min-age = 0 s, min-count = 1
-- no replay: what was counted stays counted
create table cue (id int);
insert into cue values (1);
select pg_sleep(1);
-- session: standby
begin;
select * from cue;
-- session: main
drop table cue;
select pg_sleep(2); -- the counters arrive within a second
