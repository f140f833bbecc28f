-- The root's column, with its partitions.
create table cue (id serial, day date) partition by range (day);
create table cue_rest partition of cue default;
select setval('cue_id_seq', 2000000000);
