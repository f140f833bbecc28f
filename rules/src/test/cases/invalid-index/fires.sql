-- A concurrent build was interrupted.
create schema live;
create table live.cue (id int primary key, note text);
insert into live.cue values (1, 'go');
-- session: holder
begin;
update live.cue set note = 'stand by';
-- session: builder, waiting
create index concurrently cue_note on live.cue (note);
-- session: main
select pg_cancel_backend(pid) from pg_stat_activity where query like 'create index concurrently cue_note%';
select pg_sleep(0.5);
-- session: holder
rollback;
