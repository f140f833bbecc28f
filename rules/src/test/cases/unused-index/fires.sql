-- An index that nothing has scanned, on a table that is written.
-- thresholds: min-age = 0 s, min-size = 8 kB
create table patch (id int generated always as identity primary key, channel int, label text);
create index patch_label on patch (label);
insert into patch (channel, label) select n, 'dimmer ' || n from generate_series(1, 1000) as n;
select pg_sleep(1.1); -- the counters arrive within a second
