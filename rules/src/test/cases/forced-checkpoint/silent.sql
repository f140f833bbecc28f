-- Many were asked for by hand; the WAL does not explain them.
-- server: own
-- thresholds: min-count = 3, min-age = 0 s
create table cue (id int);
insert into cue values (1);
checkpoint;
insert into cue values (2);
checkpoint;
insert into cue values (3);
checkpoint;
insert into cue values (4);
checkpoint;
select pg_sleep(1.1);
