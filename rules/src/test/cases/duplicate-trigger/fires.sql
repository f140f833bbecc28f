-- The same twice under two names, with everything that a trigger can have; and on a partitioned table.
create function stamp() returns trigger language plpgsql as 'begin return new; end';
create schema live;
create table live."Cue" (id int, note text);
create trigger "a ON b" before insert or update of note on live."Cue" for each row when (new.id > 0) execute function stamp('x', 'on');
create trigger "Second" before insert or update of note on live."Cue" for each row when (new.id > 0) execute function stamp('x', 'on');
create trigger seen_1 after update on live."Cue" referencing old table as before for each statement execute function stamp();
create trigger seen_2 after update on live."Cue" referencing old table as before for each statement execute function stamp();
create table show (id int) partition by range (id);
create table show_1 partition of show for values from (1) to (10);
create trigger first after insert on show for each row execute function stamp();
create trigger second after insert on show for each row execute function stamp();
create constraint trigger late_1 after insert on live."Cue" deferrable initially deferred for each row execute function stamp();
create constraint trigger late_2 after insert on live."Cue" deferrable initially deferred for each row execute function stamp();
alter table show enable always trigger first;
alter table show enable always trigger second;
comment on trigger second on show is 'it''s twice';
