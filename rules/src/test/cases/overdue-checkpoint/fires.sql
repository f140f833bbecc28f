-- None has come for no time at all, for that is what the thresholds ask for.
-- server: own
-- thresholds: min-timeouts = 0, min-wal = 1 MB
checkpoint;
create table cue as select n as id, repeat('go', 100) as note from generate_series(1, 50000) as n;
-- cure
checkpoint;
