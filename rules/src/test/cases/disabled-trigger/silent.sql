-- Enabled in every way, and an extension's.
create function stamp() returns trigger language plpgsql as 'begin return new; end';
create table cue (id int);
create trigger a before insert on cue for each row execute function stamp();
create trigger b before insert on cue for each row execute function stamp();
create trigger c before insert on cue for each row execute function stamp();
alter table cue enable always trigger b;
alter table cue enable replica trigger c;
create extension seg;
create table theirs (id int);
create trigger a before insert on theirs for each row execute function stamp();
alter table theirs disable trigger a;
alter extension seg add table theirs;
