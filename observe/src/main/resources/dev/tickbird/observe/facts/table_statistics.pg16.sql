-- what:  what was counted about each table since the statistics were last reset
-- needs: nothing
-- cost:  one row a table
select counted.relid::bigint as relation,
       counted.seq_scan as sequential_scans,
       counted.seq_tup_read as sequential_rows,
       counted.idx_scan as index_scans,
       counted.idx_tup_fetch as index_rows,
       counted.n_tup_ins as inserted,
       counted.n_tup_upd as updated,
       counted.n_tup_del as deleted,
       counted.n_tup_hot_upd as hot_updated,
       counted.n_tup_newpage_upd as new_page_updated,
       counted.n_live_tup as live_rows,
       counted.n_dead_tup as dead_rows,
       counted.n_mod_since_analyze as changed_since_analyze,
       counted.n_ins_since_vacuum as inserted_since_vacuum,
       counted.last_vacuum,
       counted.last_autovacuum,
       counted.last_analyze,
       counted.last_autoanalyze,
       counted.vacuum_count as vacuums,
       counted.autovacuum_count as autovacuums,
       counted.analyze_count as analyzes,
       counted.autoanalyze_count as autoanalyzes
from pg_catalog.pg_stat_user_tables as counted
where counted.schemaname !~ '^pg_'
order by counted.relid
