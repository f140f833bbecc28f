-- As an interrupted detach leaves it.
create schema live;
create table live."Cue" (id int, day date) partition by range (day);
create table live."Cue 2024" partition of live."Cue" for values from ('2024-01-01') to ('2025-01-01');
create table live."Cue 2025" partition of live."Cue" for values from ('2025-01-01') to ('2026-01-01');
insert into live."Cue" values (1, '2024-05-05');
analyze live."Cue 2024";
update pg_inherits set inhdetachpending = true where inhrelid = 'live."Cue 2024"'::regclass;
