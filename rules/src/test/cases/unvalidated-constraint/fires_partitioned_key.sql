-- A foreign key of a partitioned table, which may be added unvalidated from 18 on.
-- versions: 18+
create table show (id int primary key);
create table cue (show_id int, day date) partition by range (day);
create table cue_2025 partition of cue for values from ('2025-01-01') to ('2026-01-01');
insert into cue values (null, '2025-06-01');
alter table cue add constraint cue_show foreign key (show_id) references show not valid;
