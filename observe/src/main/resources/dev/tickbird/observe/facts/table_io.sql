-- what:  blocks of each table, read and found in shared buffers
-- needs: nothing
-- cost:  one row a table
select counted.relid::bigint as relation,
       counted.heap_blks_read as heap_read,
       counted.heap_blks_hit as heap_hit,
       counted.idx_blks_read as index_read,
       counted.idx_blks_hit as index_hit,
       counted.toast_blks_read as toast_read,
       counted.toast_blks_hit as toast_hit,
       counted.tidx_blks_read as toast_index_read,
       counted.tidx_blks_hit as toast_index_hit
from pg_catalog.pg_statio_user_tables as counted
where counted.schemaname !~ '^pg_'
order by counted.relid
