-- One scan is enough.
-- thresholds: min-age = 0 s, min-size = 0 B
create table patch (id int generated always as identity, label text);
create index patch_label on patch (label);
insert into patch (label) select 'dimmer ' || n from generate_series(1, 1000) as n;
set enable_seqscan = off;
select * from patch where label = 'dimmer 7';
select pg_sleep(1.1);
