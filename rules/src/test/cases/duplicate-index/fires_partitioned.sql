-- The parent's index is reported once and comes back with its parts; a partition's own twin of an attached one is alone.
create schema live;
create table live.cue (id int, day date) partition by range (day);
create table live.cue_2025 partition of live.cue for values from ('2025-01-01') to ('2026-01-01');
create table live.cue_2026 partition of live.cue for values from ('2026-01-01') to ('2027-01-01') partition by list (id);
create table live.cue_2026_rest partition of live.cue_2026 default;
create index cue_day on live.cue (day);
create index cue_day_again on live.cue (day);
create index cue_2025_day on live.cue_2025 (day);
