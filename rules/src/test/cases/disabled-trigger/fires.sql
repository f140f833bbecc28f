-- Switched off one by one, all at once, on a partitioned table, and on one partition only.
create function stamp() returns trigger language plpgsql as 'begin return new; end';
create schema live;
create table live."Cue" (id int);
create trigger "stamp it" before insert or update on live."Cue" for each row execute function stamp();
create trigger later after delete on live."Cue" for each statement execute function stamp();
alter table live."Cue" disable trigger "stamp it";
create table show (id int) partition by range (id);
create table show_1 partition of show for values from (1) to (10);
create trigger stamp before insert on show for each row execute function stamp();
create trigger whole before update on show for each row execute function stamp();
alter table show disable trigger stamp;
alter table show_1 disable trigger stamp;
alter table show_1 disable trigger whole;
