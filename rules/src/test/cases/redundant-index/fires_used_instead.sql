-- Only the narrow one is used: perhaps it is the wide one that nobody needs.
create table cue (id int primary key, show int, number int);
insert into cue select n, n, n from generate_series(1, 1000) as n;
create index cue_show on cue (show);
set enable_seqscan = off;
select count(*) from cue where show = 7;
create index cue_show_number on cue (show, number);
select pg_sleep(1.1); -- the counters arrive within a second
-- cure
drop index concurrently cue_show_number;
