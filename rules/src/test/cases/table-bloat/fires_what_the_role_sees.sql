-- Both tables are bloated; the role may read one of them only, and nothing is said about the other.
-- role: bloat_reader
-- no replay: what is hidden from the role is not examined, so its silence would prove nothing
-- thresholds: min-waste = 1 MB
create role bloat_reader;
create table booking (id int primary key, note text);
create table secret (id int primary key, note text);
insert into booking select n, repeat('x', 100) from generate_series(1, 50000) as n;
insert into secret select * from booking;
grant select on booking to bloat_reader;
delete from booking where id % 5 <> 0;
delete from secret where id % 5 <> 0;
select pg_sleep(1.1); -- else the counters of the delete arrive after those of the vacuum, on old versions
vacuum analyze booking, secret;
select pg_sleep(1.1);
