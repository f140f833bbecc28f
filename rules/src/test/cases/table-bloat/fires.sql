-- Four of five rows were deleted and vacuumed away; the survivors lie all over the file.
-- thresholds: min-waste = 1 MB
create table booking (id int primary key, note text);
insert into booking select n, repeat('x', 100) from generate_series(1, 50000) as n;
delete from booking where id % 5 <> 0;
select pg_sleep(1.1); -- else the counters of the delete arrive after those of the vacuum, on old versions
vacuum analyze booking;
select pg_sleep(1.1);
-- cure
vacuum (full, analyze) booking;
