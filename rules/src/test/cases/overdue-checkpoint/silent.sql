-- Much WAL, but the last one was a moment ago.
create table cue as select n as id, repeat('go', 100) as note from generate_series(1, 20000) as n;
