-- The bloom extension's index: two of three columns.
set enable_seqscan = off;
select id from specimen where a = 7 and c = 111;
