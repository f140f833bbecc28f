-- A large table is not rewritten at one go.
-- thresholds: large-table = 8 kB
create table show (id bigint primary key);
insert into show values (1);
create table cue (id int primary key, show_id int references show);
insert into cue select n, 1 from generate_series(1, 1000) as n;
analyze cue;
-- cure
alter table cue alter show_id type bigint;
