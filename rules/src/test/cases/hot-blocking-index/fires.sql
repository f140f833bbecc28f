-- There is room in each page, and yet no update is HOT: the one index that enforces nothing holds what is updated.
-- versions: 16+
-- thresholds: min-updates = 1000, min-age = 0 s
create table seat (id int primary key, state int) with (fillfactor = 50);
create index seat_state on seat (state);
insert into seat select n, 0 from generate_series(1, 1000) as n;
update seat set state = 1;
select pg_sleep(1.1);
-- cure
drop index concurrently seat_state;
