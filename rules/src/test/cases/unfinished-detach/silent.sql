-- Detached, and being detached right now.
create table cue (id int, day date) partition by range (day);
create table cue_2024 partition of cue for values from ('2024-01-01') to ('2025-01-01');
create table cue_2025 partition of cue for values from ('2025-01-01') to ('2026-01-01');
create table cue_2026 partition of cue for values from ('2026-01-01') to ('2027-01-01');
alter table cue detach partition cue_2024;
-- session: reader
begin;
select count(*) from cue;
-- session: detacher, waiting
alter table cue detach partition cue_2025 concurrently;
