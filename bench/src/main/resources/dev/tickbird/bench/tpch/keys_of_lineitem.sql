-- The largest table's keys, indexes and statistics; beside keys_of_the_rest.sql, in a session of its own.
set maintenance_work_mem = '512MB';
alter table lineitem add primary key (l_orderkey, l_linenumber);
create index on lineitem (l_partkey, l_suppkey);
create index on lineitem (l_suppkey);
create index on lineitem (l_shipdate);
