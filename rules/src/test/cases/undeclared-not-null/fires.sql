create schema live;
create table live."Cue" (id int primary key, "Show" int constraint "not null" check ("Show" is not null), note text);
create table log (id int, day date) partition by range (id);
create table log_1 partition of log for values from (1) to (10);
alter table log add constraint day check (day is not null);
insert into live."Cue" values (1, 1);
comment on constraint "not null" on live."Cue" is 'it''s half';
