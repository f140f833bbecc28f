-- Too large for a rewrite at one go, or referenced by others.
-- thresholds: large-table = 16 kB
create table show (id serial primary key);
create table cue (id serial primary key, show_id int references show);
select setval('show_id_seq', 2000000000);
select setval('cue_id_seq', 2000000000);
insert into cue (show_id) select null from generate_series(1, 1000);
analyze cue;
-- cure
alter sequence show_id_seq as bigint;
alter sequence cue_id_seq as bigint;
alter table cue alter show_id type bigint, alter id type bigint;
alter table show alter id type bigint;
