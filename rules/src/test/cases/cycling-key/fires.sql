create schema live;
create table live."Cue" ("Id" int generated always as identity (maxvalue 9999 cycle) primary key);
create sequence down increment -1 minvalue -100 cycle;
create table well (depth int unique default nextval('down'));
