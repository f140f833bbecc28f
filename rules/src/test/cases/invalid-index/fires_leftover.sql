-- What an interrupted rebuild leaves behind beside the index that is still good, and what an interrupted drop leaves.
create table "Cue" (id int primary key, note text unique, number int);
insert into "Cue" values (1, 'go', 1);
create index "cueNumber" on "Cue" (number);
-- session: holder
begin;
select * from "Cue";
-- session: builder, waiting
reindex index concurrently "Cue_note_key";
-- session: main
select pg_cancel_backend(pid) from pg_stat_activity where query like 'reindex index concurrently "Cue_note%';
select pg_sleep(0.5);
-- session: dropper, waiting
drop index concurrently "cueNumber";
-- session: main
select pg_cancel_backend(pid) from pg_stat_activity where query like 'drop index concurrently "cueN%';
select pg_sleep(0.5);
-- session: holder
rollback;
