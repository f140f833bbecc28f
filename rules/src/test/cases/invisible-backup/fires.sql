-- Nobody copies it, as far as can be seen.
-- thresholds: min-size = 8 kB, min-uptime = 0 s
-- no replay: a backup is made elsewhere
create table cue (id int primary key, note text);
insert into cue select n, repeat('go', 100) from generate_series(1, 1000) as n;
vacuum cue;
