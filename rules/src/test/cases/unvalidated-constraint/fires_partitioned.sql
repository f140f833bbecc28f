-- Reported on the root alone, and on the table that others inherit from.
create table cue (id int, day date) partition by range (day);
create table cue_2025 partition of cue for values from ('2025-01-01') to ('2026-01-01');
alter table cue add constraint cue_id check (id > 0) not valid;
create table show (id int);
create table gala () inherits (show);
alter table show add constraint show_id check (id > 0) not valid;
comment on constraint cue_id on cue is 'of all';
comment on constraint cue_id on cue_2025 is 'of a year';
