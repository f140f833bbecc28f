-- A unique build that did not finish: there may be rows that are not unique.
create table seat (row int, place int);
insert into seat values (1, 7);
-- session: holder
begin;
update seat set place = 8;
-- session: builder, waiting
create unique index concurrently seat_place on seat (row, place);
-- session: main
select pg_cancel_backend(pid) from pg_stat_activity where query like 'create unique index concurrently seat_place%';
select pg_sleep(0.5);
-- session: holder
rollback;
-- cure
reindex index concurrently seat_place;
