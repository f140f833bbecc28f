-- Served by the GiST index of an exclusion constraint, or by a GIN index in which it stands anywhere.
-- thresholds: few-rows = 0, small-table = 0 B
create extension btree_gist;
create extension btree_gin;
create table room (id int primary key);
create table booking (id int primary key, room_id int references room, during tsrange,
                      exclude using gist (room_id with =, during with &&));
create table cue (id int primary key, tags text[], room_id int references room);
create index on cue using gin (tags, room_id);
insert into room values (1);
analyze;
