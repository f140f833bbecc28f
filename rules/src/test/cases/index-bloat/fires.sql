-- Nine of ten rows were deleted all over the tables: of a primary key, an expression, a partition with hostile names.
-- thresholds: min-waste = 100 kB
create table cue (id int primary key, note text);
create index cue_lower on cue (lower(note));
insert into cue select n, 'light ' || n from generate_series(1, 30000) as n;
create schema "Live Shows";
create table "Live Shows"."Show" (id int, day date, title text) partition by range (day);
create table "Live Shows"."Show 2026" partition of "Live Shows"."Show" for values from ('2026-01-01') to ('2027-01-01');
create index "by title" on "Live Shows"."Show" (title) include (id);
insert into "Live Shows"."Show" select n, '2026-05-01', 'show ' || n from generate_series(1, 30000) as n;
delete from cue where id % 10 <> 0;
delete from "Live Shows"."Show" where id % 10 <> 0;
select pg_sleep(1.1);
vacuum (analyze) cue;
vacuum (analyze) "Live Shows"."Show 2026";
