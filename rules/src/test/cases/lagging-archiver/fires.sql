-- The first file was archived; the next one takes its time, while four more are written.
-- settings: archive_mode = on, archive_command = test %f = 000000010000000000000001 || sleep 5
-- thresholds: min-lag = 32 MB
-- no replay: the archiver needs its time
create table cue (id int);
select pg_switch_wal();
select pg_sleep(1);
insert into cue values (1);
select pg_switch_wal();
insert into cue values (2);
select pg_switch_wal();
insert into cue values (3);
select pg_switch_wal();
insert into cue values (4);
select pg_switch_wal();
