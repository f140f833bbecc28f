-- One wants it sooner; one has no dead rows; one has only few more than the server's settings allow; one is vacuumed by
-- hand; one has no parameters of its own; one is left out altogether.
-- thresholds: min-dead = 1000
create table sooner (id int primary key) with (autovacuum_vacuum_scale_factor = 0.01);
create table clean (id int primary key) with (autovacuum_vacuum_scale_factor = 5);
create table slight (id int primary key) with (autovacuum_vacuum_scale_factor = 0.5);
create table nightly (id int primary key) with (autovacuum_vacuum_scale_factor = 5);
create table ordinary (id int primary key);
create table left_out (id int primary key) with (autovacuum_vacuum_scale_factor = 5, autovacuum_enabled = off);
insert into sooner select n from generate_series(1, 6000) as n;
insert into clean select n from generate_series(1, 6000) as n;
insert into slight select n from generate_series(1, 6000) as n;
insert into nightly select n from generate_series(1, 6000) as n;
insert into ordinary select n from generate_series(1, 6000) as n;
insert into left_out select n from generate_series(1, 6000) as n;
vacuum nightly;
delete from sooner where id > 2000;
delete from slight where id > 4800;
delete from nightly where id > 2000;
delete from ordinary where id > 2000;
delete from left_out where id > 2000;
select pg_sleep(1.2); -- the counters arrive within a second
