-- These survive an upgrade.
create table job (id int, relation regclass, kind regtype, who regrole, name text, number oid);
create extension seg;
create table theirs (what regproc);
alter extension seg add table theirs;
