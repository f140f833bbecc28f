-- A bitmap that does not fit into memory.
set work_mem = '64kB';
set enable_seqscan = off;
select count(notes) from orders where total < 400;
