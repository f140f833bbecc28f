-- Nobody made the parent's index, but every partition has one.
create table show (id int primary key);
create table cue (id int, day date, show_id int references show) partition by range (day);
create table cue_2025 partition of cue for values from ('2025-01-01') to ('2026-01-01');
create index on cue_2025 (show_id);
create table cue_rest partition of cue default;
create index on cue_rest (show_id, id);
