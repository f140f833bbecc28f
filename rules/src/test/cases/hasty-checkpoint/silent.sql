-- There is hardly anything to write.
-- settings: checkpoint_completion_target=0.3
-- thresholds: min-age = 0 s
create table cue (id int primary key);
insert into cue values (1);
checkpoint;
select pg_sleep(1.1);
