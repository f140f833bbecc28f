-- what:  what the planner knows about the expressions of statistics objects
-- needs: ownership of the table
-- cost:  one row an expression; waits a second at most for a table that is locked exclusively
select relation.oid::bigint as relation,
       statistics.statistics_schemaname as schema,
       statistics.statistics_name as name,
       statistics.expr as expression,
       statistics.inherited as inherited,
       statistics.null_frac as null_fraction,
       statistics.avg_width as average_width,
       statistics.n_distinct as distinct,
       statistics.most_common_vals::text as most_common_values,
       statistics.most_common_freqs::text as most_common_frequencies,
       statistics.histogram_bounds::text as histogram_bounds,
       statistics.correlation,
       statistics.most_common_elems::text as most_common_elements,
       statistics.most_common_elem_freqs::text as most_common_element_frequencies,
       statistics.elem_count_histogram::text as element_count_histogram
from pg_catalog.pg_stats_ext_exprs as statistics
join pg_catalog.pg_namespace as schema on schema.nspname = statistics.schemaname
join pg_catalog.pg_class as relation
  on relation.relnamespace = schema.oid
 and relation.relname = statistics.tablename
where statistics.inherited is not null -- null: not analyzed yet
order by statistics.statistics_schemaname, statistics.statistics_name, statistics.expr, inherited
