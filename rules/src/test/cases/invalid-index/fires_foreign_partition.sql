-- A foreign table among the partitions has no index to attach.
create extension file_fdw;
create server files foreign data wrapper file_fdw;
create table cue (id int, day date) partition by range (day);
create table cue_2025 partition of cue for values from ('2025-01-01') to ('2026-01-01');
create foreign table cue_old partition of cue default server files options (filename '/dev/null');
create index cue_day on only cue (day);
-- cure
create index on cue (day);
drop index cue_day;
