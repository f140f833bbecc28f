-- What belongs to an extension is the extension's business.
create extension seg;
create table parent (id int primary key);
create table child (id int primary key, parent_id int references parent);
alter extension seg add table parent;
alter extension seg add table child;
