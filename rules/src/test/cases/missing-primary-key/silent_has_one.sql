-- With a key; or it lies in every partition, because the root's would have to hold the partition key.
create table "Show" ("Id" int primary key);
create table cue (id int, day date) partition by range (day);
create table cue_2025 partition of cue for values from ('2025-01-01') to ('2026-01-01');
alter table cue_2025 add primary key (id);
create table cue_rest partition of cue default partition by list (id);
create table cue_rest_all partition of cue_rest default;
alter table cue_rest_all add primary key (id);
