-- Some events are the same.
create function stamp() returns trigger language plpgsql as 'begin return new; end';
create table cue (id int);
create trigger a before insert or update on cue for each row execute function stamp();
create trigger b before update or delete on cue for each row execute function stamp();
-- cure
begin;
drop trigger b on cue;
create trigger b before delete on cue for each row execute function stamp();
commit;
