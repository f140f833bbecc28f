-- Never scanned either, but each has another task: it enforces, serves a foreign key, identifies rows, or is invalid.
-- thresholds: min-age = 0 s, min-size = 0 B
create table rig (id int primary key, code text not null unique);
create table lamp (id int primary key, rig_id int references rig, place point,
                   exclude using gist (place with ~=));
create index on lamp (rig_id, id);
create table cue (id int not null, note text);
create unique index cue_identity on cue (id);
alter table cue replica identity using index cue_identity;
insert into rig values (1, 'a');
insert into lamp values (1, 1, point '(0,0)');
select pg_sleep(1.1);
