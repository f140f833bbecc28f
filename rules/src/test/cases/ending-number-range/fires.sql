-- The sequence nears the end of the last partition, or has passed it; by a default and as identity.
create schema live;
create table live."Cue" ("Id" bigint generated always as identity, note text) partition by range ("Id");
create table live."Cue 1" partition of live."Cue" for values from (1) to (1001);
create table live."Cue 2" partition of live."Cue" for values from (1001) to (2001);
select setval('live."Cue_Id_seq"', 1950);
create table event (id serial, note text) partition by range (id);
create table event_1 partition of event for values from (minvalue) to (1);
create table event_2 partition of event for values from (1) to (1001);
select setval('event_id_seq', 1200);
create table late (id serial) partition by range (id);
create table late_1 partition of late for values from (0) to (1000);
select setval('late_id_seq', 800);
