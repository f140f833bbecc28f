-- Updates that are HOT; an index that is used; several that could be it; one that enforces; too few updates.
-- thresholds: min-updates = 1000, min-age = 0 s
create table hot (id int primary key, state int, note text) with (fillfactor = 50);
create index on hot (note);
insert into hot select n, 0, '' from generate_series(1, 1000) as n;
update hot set state = 1;
create table used (id int primary key, state int) with (fillfactor = 50);
create index on used (state);
insert into used select n, 0 from generate_series(1, 1000) as n;
update used set state = 1;
set enable_seqscan = off;
select * from used where state = 7;
select * from used where state = 8;
create table several (id int primary key, state int, note text) with (fillfactor = 50);
create index on several (state);
create index on several (note);
insert into several select n, 0, '' from generate_series(1, 1000) as n;
update several set state = 1;
create table enforced (id int primary key, place int unique) with (fillfactor = 50);
insert into enforced select n, n from generate_series(1, 1000) as n;
update enforced set place = -place;
create table few (id int primary key, state int) with (fillfactor = 50);
create index on few (state);
insert into few select n, 0 from generate_series(1, 100) as n;
update few set state = 1;
select pg_sleep(1.1);
