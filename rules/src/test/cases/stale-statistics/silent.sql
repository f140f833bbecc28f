-- Few changes, a small part of the rows, or nothing to compare with.
-- thresholds: min-changes = 100
create table few (id int primary key);
insert into few select n from generate_series(1, 100) as n;
create table part (id int primary key);
insert into part select n from generate_series(1, 1000) as n;
create table never (id int primary key);
insert into never select n from generate_series(1, 1000) as n;
select pg_sleep(1.1);
analyze few;
analyze part;
insert into few select n from generate_series(101, 190) as n;
insert into part select n from generate_series(1001, 1150) as n;
select pg_sleep(1.1);
