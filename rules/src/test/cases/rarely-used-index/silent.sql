-- Used often enough, never, or kept for something else.
-- thresholds: min-age = 0 s, min-size = 8 kB, min-writes = 300
create table rig (id int primary key);
create table patch (id int primary key, label text, code text unique, note text, rig_id int references rig);
create index patch_label on patch (label);
create index patch_note on patch (note);
create index patch_rig on patch (rig_id);
insert into patch select n, 'dimmer ' || n, n, n from generate_series(1, 1000) as n;
set enable_seqscan = off;
select * from patch where label = 'dimmer 7';
select * from patch where label = 'dimmer 8';
select * from patch where label = 'dimmer 9';
select * from patch where label = 'dimmer 10';
select * from patch where code = '7';
select * from patch where rig_id = 7;
select pg_sleep(1.1);
