create type kind as enum ('a', 'NULL');
create table cue (kind kind default 'NULL', id int, a text default null, b text default '', c text default 'nullable', d text default 'NULL' || 'a',
    e text generated always as ('NULL') stored, f int default null);
create view cues as select * from cue;
alter view cues alter a set default 'NULL';
create extension seg;
create table theirs (a text default 'NULL');
alter extension seg add table theirs;
