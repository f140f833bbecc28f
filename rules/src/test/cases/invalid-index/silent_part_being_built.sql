-- The parent's index waits for its parts, and the part of a partition's partition is being built right now.
create table cue (id int, day date, note text) partition by range (day);
create table cue_2025 partition of cue for values from ('2025-01-01') to ('2026-01-01');
create table cue_2026 partition of cue for values from ('2026-01-01') to ('2027-01-01') partition by list (id);
create table cue_2026_rest partition of cue_2026 default;
insert into cue values (1, '2026-05-01', 'go');
create index cue_note on only cue (note);
create index cue_2025_note on cue_2025 (note);
alter index cue_note attach partition cue_2025_note;
-- session: holder
begin;
update cue set note = 'stand by';
-- session: builder, waiting
create index concurrently cue_2026_rest_note on cue_2026_rest (note);
