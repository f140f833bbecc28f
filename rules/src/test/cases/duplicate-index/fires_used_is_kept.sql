-- The one that queries use is kept, be it the younger; the mark of clustering goes over to it and comes back.
-- thresholds: large-size = 8 kB
create table patch (id int primary key, channel int);
create index patch_channel on patch (channel);
insert into patch select n, n from generate_series(1, 1000) as n;
cluster patch using patch_channel;
create index patch_channel_again on patch (channel);
update pg_index set indisvalid = false where indexrelid = 'patch_channel'::regclass;
set enable_seqscan = off;
set enable_bitmapscan = off;
select count(*) from patch where channel = 7;
select count(*) from patch where channel = 8;
update pg_index set indisvalid = true where indexrelid = 'patch_channel'::regclass;
select pg_sleep(1.1); -- the counters arrive within a second
