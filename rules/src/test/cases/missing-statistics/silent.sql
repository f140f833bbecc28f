-- Known well enough: analyzed, small, empty; a column that no index leads with, or that nobody is to analyze on purpose; a
-- partition of another partition; what nobody can analyze twice.
-- thresholds: min-rows = 100
create table cue (id int primary key, town text, zip text);
insert into cue select n, n % 10, n % 100 from generate_series(1, 1000) as n;
create index on cue (lower(town));
create statistics cue_where on town, zip from cue;
alter table cue alter column zip set statistics 0;
create index on cue (zip);
analyze cue;
alter table cue add column note text;
create table small (id int primary key);
insert into small select n from generate_series(1, 50) as n;
create table empty (id int primary key);
create table show (day date, title text) partition by range (day);
create table show_2025 partition of show for values from ('2025-01-01') to ('2026-01-01') partition by list (title);
create table show_2025_rest partition of show_2025 default;
create table show_2026 partition of show for values from ('2026-01-01') to ('2027-01-01');
insert into show select date '2025-12-01' + n % 60, 'show ' || n from generate_series(1, 1000) as n;
analyze show;
create table staging (id int, line text);
insert into staging select n, 'x' from generate_series(1, 1000) as n;
select count(*) from staging; -- the scan met what is gone
truncate staging;
vacuum analyze staging;
select pg_sleep(1.1);
