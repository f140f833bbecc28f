-- The parent's index is reported once.
create schema live;
create table live.cue (id int, day date, primary key (day, id)) partition by range (day);
create table live.cue_2025 partition of live.cue for values from ('2025-01-01') to ('2026-01-01');
create table live.cue_rest partition of live.cue default;
create index cue_day on live.cue (day);
