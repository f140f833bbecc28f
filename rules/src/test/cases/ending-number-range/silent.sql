-- Enough ahead, without an end, never drawn, drawn for something else, by time.
create table cue (id serial) partition by range (id);
create table cue_1 partition of cue for values from (0) to (1000);
create table cue_2 partition of cue for values from (1000) to (2000);
select setval('cue_id_seq', 990);
create table endless (id serial) partition by range (id);
create table endless_1 partition of endless for values from (0) to (maxvalue);
select setval('endless_id_seq', 990);
create table unused (id serial) partition by range (id);
create table unused_1 partition of unused for values from (0) to (1);
create table other (id serial, kind int) partition by range (kind);
create table other_1 partition of other for values from (0) to (10);
select setval('other_id_seq', 10);
create table old (id serial) partition by range (id);
create table old_1 partition of old for values from (0) to (10);
select setval('old_id_seq', 1000000);
