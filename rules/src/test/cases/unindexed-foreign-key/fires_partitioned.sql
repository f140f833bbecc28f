-- The parent is reported once; its cure builds an index on each partition, sub-partitions included.
create schema live;
create table live.show (id int primary key);
create table live.cue (id int, day date, show_id int references live.show) partition by range (day);
create table live.cue_2025 partition of live.cue for values from ('2025-01-01') to ('2026-01-01');
create table live.cue_2026 partition of live.cue for values from ('2026-01-01') to ('2027-01-01') partition by list (id);
create table live.cue_2026_rest partition of live.cue_2026 default;
