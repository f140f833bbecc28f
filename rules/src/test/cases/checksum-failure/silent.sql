-- Whether there are checksums or not: no page was wrong.
create table cue (id int, note text);
insert into cue select n, 'go' from generate_series(1, 100) as n;
select count(*) from cue;
