-- Nearly empty but small; or large, with a third to spare: size and share must both be reached.
-- thresholds: min-waste = 1 MB
create table small (id int primary key, note text);
insert into small select n, repeat('x', 100) from generate_series(1, 5000) as n;
delete from small where id % 50 <> 0;
create table slight (id int primary key, note text);
insert into slight select n, repeat('x', 100) from generate_series(1, 50000) as n;
delete from slight where id % 3 = 0;
vacuum analyze;
