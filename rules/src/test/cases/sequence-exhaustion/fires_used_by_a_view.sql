-- What names the column keeps its type from being changed, on a partition too.
create table show (id serial primary key, twice integer generated always as (id * 2) stored, title text);
select setval('show_id_seq', 2000000000);
create view premiere as select id from show where title is not null;
create materialized view "Season" as select max(id) from show;
create rule "no change" as on update to show where new.id <> old.id do instead nothing;
create policy own on show using (id > 0);
create function stamp() returns trigger language plpgsql as 'begin return new; end';
create trigger stamp before update of id on show for each row execute function stamp();
create trigger untouched before update of title on show for each row execute function stamp();
create view titles as select title from show;
create table cue (id serial, note text);
select setval('cue_id_seq', 2000000000);
create table cue_loud () inherits (cue);
create view loud as select id from cue_loud;
-- cure
begin;
drop view premiere, titles, loud;
drop materialized view "Season";
drop rule "no change" on show;
drop policy own on show;
drop trigger stamp on show;
alter table show drop column twice, alter column id type bigint;
alter sequence show_id_seq as bigint;
alter table cue alter column id type bigint;
alter sequence cue_id_seq as bigint;
commit;
