-- BRIN, bloom: equality of an identifier.
set enable_seqscan = off;
select count(*) from log_entry where trace = 'c4ca4238-a0b9-2382-0dcc-509a6f75849b';
