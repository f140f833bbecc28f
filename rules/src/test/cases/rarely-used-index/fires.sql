-- Written a thousand times for the one scan, of which the server knows the time.
-- versions: 16+
-- thresholds: min-age = 0 s, min-size = 8 kB, min-writes = 300
create table patch (id int primary key, label text);
create index patch_label on patch (label);
insert into patch select n, 'dimmer ' || n from generate_series(1, 1000) as n;
set enable_seqscan = off;
select * from patch where label = 'dimmer 7';
select pg_sleep(1.1);
-- cure
drop index concurrently patch_label;
