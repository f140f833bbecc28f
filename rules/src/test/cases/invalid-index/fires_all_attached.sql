-- Every part is there and valid by now, but nobody made the server look again.
create table cue (id int, day date) partition by range (day);
create table cue_2025 partition of cue for values from ('2025-01-01') to ('2026-01-01');
create unique index cue_day on only cue (day, id);
create unique index cue_2025_day on cue_2025 (day, id);
update pg_index set indisvalid = false where indexrelid = 'cue_2025_day'::regclass;
alter index cue_day attach partition cue_2025_day;
reindex index cue_2025_day;
