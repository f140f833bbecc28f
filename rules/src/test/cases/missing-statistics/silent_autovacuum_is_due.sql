-- Loaded a moment ago: autovacuum comes within the minute.
-- settings: autovacuum_naptime = 1h
-- thresholds: min-rows = 100
create table booking (id int primary key, note text);
insert into booking select n, 'x' from generate_series(1, 3000) as n;
select pg_sleep(1.1);
