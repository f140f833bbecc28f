-- what:  how often each index was used since the statistics were last reset
-- needs: nothing
-- cost:  one row an index
select counted.indexrelid::bigint as index,
       counted.relid::bigint as relation,
       counted.idx_scan as scans,
       counted.idx_tup_read as entries_read,
       counted.idx_tup_fetch as rows_fetched,
       counted.last_idx_scan as last_scan
from pg_catalog.pg_stat_user_indexes as counted
where counted.schemaname !~ '^pg_'
order by counted.indexrelid
