-- So much has changed that autovacuum comes within the minute.
-- settings: autovacuum_naptime = 1h
-- thresholds: min-changes = 100
create table booking (id int primary key, note text);
insert into booking select n, 'x' from generate_series(1, 1000) as n;
select pg_sleep(1.1);
analyze booking;
insert into booking select n, 'x' from generate_series(1001, 1500) as n;
select pg_sleep(1.1);
