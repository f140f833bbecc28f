create table event (id int primary key, body jsonb, text text);
create extension seg;
create table theirs (body json);
alter extension seg add table theirs;
