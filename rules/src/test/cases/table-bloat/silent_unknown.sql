-- What was never analyzed, lacks the statistics of a column, or has grown since it was analyzed, is not judged.
-- thresholds: min-waste = 8 kB
create table never (id int primary key, note text);
insert into never select n, repeat('x', 100) from generate_series(1, 5000) as n;
delete from never where id % 5 <> 0;
create table partly (id int primary key, note text);
alter table partly alter note set statistics 0;
insert into partly select n, repeat('x', 100) from generate_series(1, 5000) as n;
delete from partly where id % 5 <> 0;
vacuum analyze partly;
create table grown (id int primary key, note text);
insert into grown select n, repeat('x', 100) from generate_series(1, 1000) as n;
vacuum analyze grown;
insert into grown select n, repeat('x', 100) from generate_series(1001, 50000) as n;
