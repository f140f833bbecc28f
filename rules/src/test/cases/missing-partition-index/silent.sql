-- On the whole; on all; dropped from the oldest; on few; served by a longer one.
create table cue (id int, show int, day date) partition by range (day);
create table cue_2020 partition of cue for values from ('2020-01-01') to ('2021-01-01');
create table cue_2021 partition of cue for values from ('2021-01-01') to ('2022-01-01');
create table cue_2022 partition of cue for values from ('2022-01-01') to ('2023-01-01');
create table cue_2023 partition of cue for values from ('2023-01-01') to ('2024-01-01');
create table cue_2024 partition of cue for values from ('2024-01-01') to ('2025-01-01');
create index on cue (id);
create index on cue_2021 (show);
create index on cue_2022 (show);
create index on cue_2023 (show);
create index on cue_2024 (show, id);
create index on cue_2021 (day);
create index on cue_2022 (day);
create index on cue_2023 (day);
create index on cue_2024 (day);
create index on cue_2021 (id, day);
create index on cue_2022 (id, day);
