-- what:  what the planner knows about several columns together
-- needs: ownership of the table
-- cost:  one row a statistics object
select relation.oid::bigint as relation,
       statistics.statistics_schemaname as schema,
       statistics.statistics_name as name,
       false as inherited,
       coalesce(statistics.attnames::text[], '{}') as columns,
       statistics.n_distinct::text as distinct,
       statistics.dependencies::text as dependencies,
       encode(statistics.dependencies::bytea, 'hex') as dependency_bytes,
       statistics.most_common_vals::text as most_common_values,
       statistics.most_common_val_nulls::text as most_common_nulls,
       statistics.most_common_freqs::text as most_common_frequencies,
       statistics.most_common_base_freqs::text as most_common_base_frequencies
from pg_catalog.pg_stats_ext as statistics
join pg_catalog.pg_namespace as schema on schema.nspname = statistics.schemaname
join pg_catalog.pg_class as relation
  on relation.relnamespace = schema.oid
 and relation.relname = statistics.tablename
order by statistics.statistics_schemaname, statistics.statistics_name, inherited
