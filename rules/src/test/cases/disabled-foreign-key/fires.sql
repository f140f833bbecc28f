-- Switched off on the referencing side, on the referenced side, and on both by referencing itself.
create schema live;
create table live."Show" (id int primary key);
create table live.cue (id int primary key, show int constraint "to show" references live."Show" on delete cascade);
alter table live.cue disable trigger all;
create table kind (id int primary key);
create table lamp (id int primary key, kind int references kind deferrable);
alter table kind disable trigger all;
create table tree (id int primary key, parent int references tree);
alter table tree disable trigger all;
comment on constraint "to show" on live.cue is 'it''s off';
