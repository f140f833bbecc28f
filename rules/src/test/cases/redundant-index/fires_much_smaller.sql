-- The smaller one may be there on purpose.
-- thresholds: large-size = 80 kB
create table cue (id int primary key, show int, note text);
insert into cue select n, n % 10, repeat('stand by ', 20) || n from generate_series(1, 1000) as n;
create index cue_show on cue (show);
create index cue_show_note on cue (show, note);
analyze cue;
-- cure
drop index concurrently cue_show;
