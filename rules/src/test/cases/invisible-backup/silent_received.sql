-- Somebody receives the WAL.
-- thresholds: min-size = 8 kB, min-uptime = 0 s
create table cue (id int primary key, note text);
insert into cue select n, repeat('go', 100) from generate_series(1, 1000) as n;
vacuum cue;
select pg_create_physical_replication_slot('receiver', true, true);
