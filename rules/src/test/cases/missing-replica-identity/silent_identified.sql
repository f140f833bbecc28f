-- Keys, identities, inserts only, and tables that are never sent.
create table keyed (id int primary key);
create table whole (id int);
alter table whole replica identity full;
create table indexed (id int not null);
create unique index indexed_id on indexed (id);
alter table indexed replica identity using index indexed_id;
create table log (id int);
create table unpublished (id int);
create table tree (id int, day date, primary key (id, day)) partition by range (day);
create table tree_2026 partition of tree for values from ('2026-01-01') to ('2027-01-01');
create publication changes for table keyed, whole, indexed, tree;
create publication arrivals for table log with (publish = 'insert, truncate');
create extension seg;
create table theirs (id int);
alter extension seg add table theirs;
create publication extended for table theirs;
