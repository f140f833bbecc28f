-- What needs none: scratch tables, views of any kind, foreign tables.
create unlogged table scratch (line text);
create temporary table draft (line text);
create table show (id int primary key);
create materialized view show_count as select count(*) from show;
create view shows as select * from show;
create extension file_fdw;
create server files foreign data wrapper file_fdw;
create foreign table import (line text) server files options (filename '/dev/null');

-- Nobody looks for a row of a log that is divided by time, nor for another one of a version.
create table log (at timestamptz not null, line text) partition by range (at, line);
create table log_2026 partition of log for values from ('2026-01-01', minvalue) to ('2027-01-01', minvalue) partition by list (line);
create table log_2026_rest partition of log_2026 default;
insert into log select timestamptz '2026-01-01 UTC' + n * interval '1 minute', 'line' from generate_series(1, 1000) as n;
create table version (number int);
insert into version values (7);
analyze log, version;
