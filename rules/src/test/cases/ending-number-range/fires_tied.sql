-- A default partition takes what follows.
create table cue (id serial) partition by range (id);
create table cue_1 partition of cue for values from (0) to (1000);
create table cue_rest partition of cue default;
select setval('cue_id_seq', 990);
-- cure
create table cue_2 partition of cue for values from (1000) to (2000);
