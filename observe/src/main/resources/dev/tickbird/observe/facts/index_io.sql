-- what:  blocks of each index, read and found in shared buffers
-- needs: nothing
-- cost:  one row an index
select counted.indexrelid::bigint as index,
       counted.relid::bigint as relation,
       counted.idx_blks_read as blocks_read,
       counted.idx_blks_hit as blocks_hit
from pg_catalog.pg_statio_user_indexes as counted
where counted.schemaname !~ '^pg_'
order by counted.indexrelid
