-- Whoever asks for an element reads the whole table.
-- thresholds: min-rows = 100, min-age = 0 s
create table cue (id int primary key, tags text[]);
create index cue_tags on cue (tags);
insert into cue select n, array['light', n::text] from generate_series(1, 1000) as n;
vacuum analyze cue;
select count(*) from cue where tags @> array['7'];
select pg_sleep(1.1);
-- cure
create index concurrently on cue using gin (tags);
drop index concurrently cue_tags;
