-- Other arguments, conditions, columns, events, timing, level or function; disabled; on another table.
create function stamp() returns trigger language plpgsql as 'begin return new; end';
create function other() returns trigger language plpgsql as 'begin return new; end';
create table cue (id int, note text);
create table show (id int);
create trigger a before insert on cue for each row execute function stamp();
create trigger b before insert on cue for each row execute function stamp('x');
create trigger c before insert on cue for each row when (new.id > 0) execute function stamp();
create trigger d before update of note on cue for each row execute function stamp();
create trigger e before update of id on cue for each row execute function stamp();
create trigger f after insert on cue for each row execute function stamp();
create trigger g after insert on cue for each statement execute function stamp();
create trigger h before insert on cue for each row execute function other();
create trigger i before insert on cue for each row execute function stamp();
alter table cue disable trigger i;
create trigger a before insert on show for each row execute function stamp();
