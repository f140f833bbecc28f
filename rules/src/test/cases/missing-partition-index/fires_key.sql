-- A primary key that the newest partition lacks.
create table cue (id int not null, day date) partition by range (day);
create table cue_2021 partition of cue for values from ('2021-01-01') to ('2022-01-01');
create table cue_2022 partition of cue for values from ('2022-01-01') to ('2023-01-01');
create table cue_2023 partition of cue for values from ('2023-01-01') to ('2024-01-01');
alter table cue_2021 add primary key (id);
alter table cue_2022 add primary key (id);
alter table cue_2023 add primary key (id);
create table cue_2024 partition of cue for values from ('2024-01-01') to ('2025-01-01');
-- cure
alter table cue_2024 add primary key (id);
