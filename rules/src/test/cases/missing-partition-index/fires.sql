-- Each partition got its index by itself, until the newest, which somebody has forgotten.
create schema live;
create table live."Cue" (id int not null, "Show" int, day date) partition by range (day);
create table live.cue_2021 partition of live."Cue" for values from ('2021-01-01') to ('2022-01-01');
create table live.cue_2022 partition of live."Cue" for values from ('2022-01-01') to ('2023-01-01');
create table live.cue_2023 partition of live."Cue" for values from ('2023-01-01') to ('2024-01-01');
create index on live.cue_2021 ("Show", day desc) where id > 0;
create index on live.cue_2022 ("Show", day desc) where id > 0;
create index on live.cue_2023 ("Show", day desc) where id > 0;
create unique index on live.cue_2021 (id);
create unique index on live.cue_2022 (id);
create unique index "odd name" on live.cue_2023 (id);
create table live."cue 2024" partition of live."Cue" for values from ('2024-01-01') to ('2025-01-01');
insert into live."Cue" values (1, 1, '2024-05-05');
analyze live."cue 2024";
