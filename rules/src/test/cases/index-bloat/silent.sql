-- As large as it has to be: written at random, with room left on purpose, with long keys, of few values; nearly empty but
-- small; and what nothing is known of.
-- thresholds: min-waste = 100 kB
create table cue (id uuid primary key, note text, state int, town text);
create index cue_roomy on cue (note) with (fillfactor = 30);
create index cue_state on cue (state);
create index cue_town on cue (town, note);
insert into cue select md5(n::text)::uuid, 'light ' || n, n % 3, repeat('x', n % 200) from generate_series(1, 30000) as n;
vacuum analyze cue;
create table tiny (id int primary key);
insert into tiny select n from generate_series(1, 2000) as n;
delete from tiny where id % 10 <> 0;
vacuum analyze tiny;
create table untold (id int primary key);
insert into untold select n from generate_series(1, 30000) as n;
delete from untold where id % 10 <> 0;
vacuum untold;
