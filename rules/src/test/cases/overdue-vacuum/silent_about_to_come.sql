-- One is vacuumed; of one nobody knows since when it waits; one has few dead rows, one waits for more, one is left out.
-- settings: autovacuum_naptime = 2147483
-- thresholds: min-age = 0 s, min-dead = 1000
create table vacuumed (id int primary key);
create table just_now (id int primary key);
create table few (id int primary key);
create table patient (id int primary key) with (autovacuum_vacuum_scale_factor = 10);
create table left_out (id int primary key) with (autovacuum_enabled = off);
insert into vacuumed select n from generate_series(1, 4000) as n;
insert into just_now select n from generate_series(1, 4000) as n;
insert into few select n from generate_series(1, 4000) as n;
insert into patient select n from generate_series(1, 4000) as n;
insert into left_out select n from generate_series(1, 4000) as n;
delete from vacuumed where id > 1000;
delete from few where id > 3900;
delete from patient where id > 1000;
delete from left_out where id > 1000;
select pg_sleep(1.2); -- the counters arrive within a second
analyze;
vacuum vacuumed;
delete from just_now where id > 1000;
select pg_sleep(1.2);
