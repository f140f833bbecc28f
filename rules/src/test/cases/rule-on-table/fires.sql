-- One that adds, one that replaces, on a partitioned table and with quoted names.
create schema live;
create table live.log (id int, what text);
create table live."Cue" (id serial, note text);
create rule "log it" as on insert to live."Cue" do also insert into live.log values (new.id, 'new');
create table show (id int) partition by range (id);
create rule keep as on delete to show do instead nothing;
-- cure
create function live.log_it() returns trigger language plpgsql as 'begin insert into live.log values (new.id, ''new''); return new; end';
create trigger log_it after insert on live."Cue" for each row execute function live.log_it();
drop rule "log it" on live."Cue";
drop rule keep on show;
