-- Somebody attaches the last part in a transaction that is still open.
create table cue (id int, day date, note text) partition by range (day);
create table cue_2025 partition of cue for values from ('2025-01-01') to ('2026-01-01');
create table cue_2026 partition of cue for values from ('2026-01-01') to ('2027-01-01');
create index cue_note on only cue (note);
create index cue_2025_note on cue_2025 (note);
create index cue_2026_note on cue_2026 (note);
-- session: builder
begin;
alter index cue_note attach partition cue_2025_note;
