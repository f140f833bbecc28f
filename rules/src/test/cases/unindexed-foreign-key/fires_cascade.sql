-- A delete two tables away cascades into the referenced one: each of its rows reads the whole table.
create table tour (id int primary key);
create table show (id int primary key, tour int references tour on delete cascade);
create index on show (tour);
create table cue (id int primary key, show int references show on delete cascade);
insert into tour values (1);
insert into show select n, 1 from generate_series(1, 10) as n;
insert into cue select n, n % 10 + 1 from generate_series(1, 10000) as n;
analyze tour, show, cue;
