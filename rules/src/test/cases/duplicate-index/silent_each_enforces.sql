-- Twins of which none may go: a foreign key rests on each, it identifies rows, or it enforces sooner than the other.
create table rig (id int not null, code int not null);
create unique index rig_first on rig (id);
create table lamp (id int primary key, rig_id int references rig (id));
alter table rig add primary key (id);
create table cue (id int primary key);
create unique index cue_identity on cue (id);
alter table cue replica identity using index cue_identity;
create table seat (place int, unique (place) deferrable initially deferred);
create unique index seat_now on seat (place);
