-- what:  what the planner knows about the values of each column
-- needs: select on the column
-- cost:  one row a column; up to statistics_target values in each
select relation.oid::bigint as relation,
       statistics.attname as column,
       statistics.inherited,
       statistics.null_frac as null_fraction,
       statistics.avg_width as average_width,
       statistics.n_distinct as distinct,
       statistics.most_common_vals::text as most_common_values,
       statistics.most_common_freqs::text as most_common_frequencies,
       statistics.histogram_bounds::text as histogram_bounds,
       statistics.correlation,
       statistics.most_common_elems::text as most_common_elements,
       statistics.most_common_elem_freqs::text as most_common_element_frequencies,
       statistics.elem_count_histogram::text as element_count_histogram,
       statistics.range_length_histogram::text as range_length_histogram,
       statistics.range_empty_frac as range_empty_fraction,
       statistics.range_bounds_histogram::text as range_bounds_histogram
from pg_catalog.pg_stats as statistics
join pg_catalog.pg_namespace as schema on schema.nspname = statistics.schemaname
join pg_catalog.pg_class as relation
  on relation.relnamespace = schema.oid
 and relation.relname = statistics.tablename
where statistics.schemaname !~ '^pg_'
  and statistics.schemaname <> 'information_schema'
order by relation.oid, statistics.attname, statistics.inherited
