-- The root is reported once and changed with its partitions; where the column divides the table, a person must.
create table show (id bigint primary key);
create table cue (id int, show_id int references show, day date) partition by range (day);
create table cue_2025 partition of cue for values from ('2025-01-01') to ('2026-01-01');
create table cue_rest partition of cue default partition by list (id);
create table cue_rest_all partition of cue_rest default;
