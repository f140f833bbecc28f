-- Somebody made a table by hand, as superuser; another belongs to a role that is no superuser, and has been granted.
create role mixed_owner_app;
create role "mixed owner's Admin";
create schema "Box" authorization mixed_owner_app;
set role mixed_owner_app;
create table "Box".a (id int);
create table "Box".b (id int);
create table "Box".c (id int);
create table "Box".d (id int);
create table "Box".e (id int);
create table "Box".f (id int);
create table "Box".g (id int);
create table "Box".h (id int);
reset role;
create table "Box"."By Hand" (id serial primary key, note text);
create table "Box".shared (id int);
alter table "Box".shared owner to "mixed owner's Admin";
-- cure
alter table "Box"."By Hand" owner to mixed_owner_app;
alter table "Box".shared owner to mixed_owner_app;
