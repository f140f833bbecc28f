-- A role that may read neither the rows nor the sequence, and one table that row security hides from it.
-- role: app_lagging
create role app_lagging;
create table cue (id serial primary key);
insert into cue values (1);
create table own (id serial primary key);
alter table own enable row level security;
grant select on own, own_id_seq to app_lagging;
