-- An index that knows elements, one that is used, one that enforces, one of a small table, one that a key serves by.
-- thresholds: min-rows = 100, min-age = 0 s
create table cue (id int primary key, tags text[], path int[], code int[] unique, day date[]);
create index on cue using gin (tags);
create index cue_path on cue (path);
insert into cue select n, array['light', n::text], array[n], array[n] from generate_series(1, 1000) as n;
vacuum analyze cue;
select count(*) from cue where tags @> array['7'];
set enable_seqscan = off;
select count(*) from cue where path = array[7];
create table small (tags text[]);
create index on small (tags);
insert into small values ('{a}');
vacuum analyze small;
select count(*) from small;
select pg_sleep(1.1);
