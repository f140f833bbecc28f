-- On a view, disabled, and an extension's.
create table cue (id int);
create view cues as select id from cue group by id;
create rule change as on update to cues do instead update cue set id = new.id where id = old.id;
create rule off as on delete to cue do instead nothing;
alter table cue disable rule off;
create extension seg;
create table theirs (id int);
create rule theirs as on delete to theirs do instead nothing;
alter extension seg add table theirs;
