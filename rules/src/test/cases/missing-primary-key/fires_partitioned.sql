-- The root is reported once.
create table cue (id int not null, day date not null, unique (id, day)) partition by range (day);
create table cue_2025 partition of cue for values from ('2025-01-01') to ('2026-01-01');
create table cue_rest partition of cue default;
create table log (at timestamptz) partition by range (at);
create table log_rest partition of log default;
insert into log values (now());
analyze log_rest;
-- cure
alter table cue add primary key (id, day);
alter table log add column id bigint;
update log set id = 1;
alter table log add primary key (id, at);
