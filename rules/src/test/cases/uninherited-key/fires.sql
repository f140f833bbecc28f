-- A parent with a key, one that is referenced, and a grandchild.
create schema live;
create table live."Thing" (id int primary key);
create table live.lamp (watt int) inherits (live."Thing");
create table live.note (thing int references live."Thing");
create table log (id int unique, day date);
create table log_2025 (primary key (id)) inherits (log);
create table log_2025_05 () inherits (log_2025);
-- cure
alter table live.lamp no inherit live."Thing";
alter table log_2025 no inherit log;
alter table log_2025_05 no inherit log_2025;
