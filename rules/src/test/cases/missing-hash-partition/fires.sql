-- One part of four was never made, two of the larger modulus are detached.
create table cue (id int) partition by hash (id);
create table cue_0 partition of cue for values with (modulus 4, remainder 0);
create table cue_1 partition of cue for values with (modulus 4, remainder 1);
create table cue_2 partition of cue for values with (modulus 4, remainder 2);
create schema live;
create table live."Show" (id int) partition by hash (id);
create table live.show_0 partition of live."Show" for values with (modulus 2, remainder 0);
create table live.show_1 partition of live."Show" for values with (modulus 8, remainder 1);
create table live.show_3 partition of live."Show" for values with (modulus 8, remainder 3);
insert into live.show_0 select id from generate_series(1, 100) as id where satisfies_hash_partition('live."Show"'::regclass, 2, 0, id);
analyze live."Show";
-- cure
create table cue_3 partition of cue for values with (modulus 4, remainder 3);
create table live.show_5 partition of live."Show" for values with (modulus 8, remainder 5);
create table live.show_7 partition of live."Show" for values with (modulus 8, remainder 7);
