-- Everybody reads; rows are guarded by policies; the schema is closed; what an extension owns.
create role teller login;
create schema box;
grant usage on schema box to public;
create table box.country (code text primary key);
grant select on box.country to public;
create table box.tenant (id int primary key);
alter table box.tenant enable row level security;
grant select, insert, update, delete on box.tenant to public;
create schema inner_room;
create table inner_room.secret (id int primary key);
grant all on inner_room.secret to public;
create extension seg;
create table box.of_extension (id int primary key);
grant all on box.of_extension to public;
alter extension seg add table box.of_extension;
