-- Level with its column, ahead of it, set to go on behind it, or drawn by nobody while no row is there.
create table cue (id serial primary key);
insert into cue select from generate_series(1, 5);
create table show (id serial primary key);
insert into show values (1), (2);
alter sequence show_id_seq restart 3;
create table stage (id serial primary key);
insert into stage values (1), (2);
select setval('stage_id_seq', 2);
create table prop (id serial primary key);
insert into prop values (-5), (0);
-- A number far out, numbers that another server gives, a sequence that cycles, and one at its end.
create table odd (id serial primary key);
insert into odd values (999999);
create sequence evens start 2 increment 2;
create table shared (id int primary key default nextval('evens'));
insert into shared default values;
insert into shared values (1), (3), (5), (7);
create sequence round maxvalue 10 cycle;
create table lap (id int default nextval('round'));
create index on lap (id);
insert into lap values (5);
create sequence full_up maxvalue 3;
create table last (id int primary key default nextval('full_up'));
insert into last select from generate_series(1, 3);
insert into last values (4);
-- Filled by nothing: the sequence is only owned. And what belongs to an extension.
create table rig (id int primary key);
create sequence rig_numbers owned by rig.id;
insert into rig values (1);
create extension seg;
create table theirs (id serial primary key);
insert into theirs values (1);
alter extension seg add table theirs;
alter extension seg add sequence theirs_id_seq;
