-- Never analyzed; analyzed before it got a column, an index on an expression and a statistics object; partitioned; a
-- materialized view; hostile names.
-- thresholds: min-rows = 100, many-rows = 2000
create schema "Live Shows";
create table "Live Shows"."Booking" (id int primary key, note text);
insert into "Live Shows"."Booking" select n, 'x' from generate_series(1, 3000) as n;
create table cue (id int primary key, town text, zip text);
insert into cue select n, n % 10, n % 100 from generate_series(1, 1000) as n;
analyze cue;
alter table cue add column "Place" text default 'stage';
create index "by place" on cue ("Place", id);
create index cue_lower on cue (lower(town));
create statistics cue_where on town, zip from cue;
create table show (day date, title text) partition by range (day);
create table show_2025 partition of show for values from ('2025-01-01') to ('2026-01-01');
create table show_2026 partition of show for values from ('2026-01-01') to ('2027-01-01');
insert into show select date '2025-12-01' + n % 60, 'show ' || n from generate_series(1, 1000) as n;
analyze show_2025;
analyze show_2026;
create materialized view programme as select * from cue;
select pg_sleep(1.1);
