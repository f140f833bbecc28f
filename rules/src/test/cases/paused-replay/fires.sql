-- Somebody has paused it to look at something, and has forgotten it.
-- standby: examined
-- thresholds: min-age = 0 s
create table cue (id int);
select pg_sleep(0.5);
-- session: standby
select pg_wal_replay_pause();
select pg_sleep(0.5);
-- session: main
insert into cue values (1);
select pg_sleep(0.5);
-- cure
select pg_wal_replay_resume();
select pg_sleep(0.5);
