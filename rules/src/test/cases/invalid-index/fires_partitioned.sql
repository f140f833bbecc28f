-- A partitioned table's index of which some parts are missing, some are not attached and one is invalid itself.
create schema live;
create table live.cue (id int, day date, note text) partition by range (day);
create table live.cue_2024 partition of live.cue for values from ('2024-01-01') to ('2025-01-01');
create table live.cue_2025 partition of live.cue for values from ('2025-01-01') to ('2026-01-01');
create table live.cue_2026 partition of live.cue for values from ('2026-01-01') to ('2027-01-01') partition by list (id);
create table live.cue_2026_rest partition of live.cue_2026 default;
create table live.cue_2027 partition of live.cue for values from ('2027-01-01') to ('2028-01-01');
create index cue_note on only live.cue (lower(note), day desc);
create index cue_2025_note on live.cue_2025 (lower(note), day desc);
create index cue_2027_note on live.cue_2027 (lower(note), day desc);
update pg_index set indisvalid = false where indexrelid = 'live.cue_2027_note'::regclass;
alter index live.cue_note attach partition live.cue_2027_note;
