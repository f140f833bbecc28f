-- What needs none: scratch tables, views of any kind, foreign tables.
create unlogged table scratch (line text);
create temporary table draft (line text);
create table show (id int primary key);
create materialized view show_count as select count(*) from show;
create view shows as select * from show;
create extension file_fdw;
create server files foreign data wrapper file_fdw;
create foreign table import (line text) server files options (filename '/dev/null');
