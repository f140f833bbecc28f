-- The root is reported once.
create table cue (id int not null, day date not null, unique (id, day)) partition by range (day);
create table cue_2025 partition of cue for values from ('2025-01-01') to ('2026-01-01');
create table cue_rest partition of cue default;
-- cure
alter table cue add primary key (id, day);
