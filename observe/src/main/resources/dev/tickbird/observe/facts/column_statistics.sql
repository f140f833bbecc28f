-- what:  what the planner knows about the values of each column
-- needs: select on the column; superuser for the histograms of ranges, which the view leaves out
-- cost:  one row a column; up to statistics_target values in each
with answer as (
    select query_to_xml(
               'select string_agg(concat_ws('':'', statistics.starelid, statistics.staattnum, statistics.stainherit::int,'
                   ' coalesce(slot.empty, ''''), coalesce(slot.lengths, ''''), coalesce(slot.bounds, '''')), '','') as ranges'
                   ' from pg_catalog.pg_statistic as statistics'
                   ' cross join lateral ('
                   ' select max(numbers[1]::text) filter (where kind = 6) as empty,'
                   ' max(encode(convert_to(known, ''UTF8''), ''hex'')) filter (where kind = 6) as lengths,'
                   ' max(encode(convert_to(known, ''UTF8''), ''hex'')) filter (where kind = 7) as bounds'
                   ' from (values (stakind1, stanumbers1, stavalues1::text), (stakind2, stanumbers2, stavalues2::text),'
                   ' (stakind3, stanumbers3, stavalues3::text)) as entry (kind, numbers, known)) as slot'
                   ' where statistics.starelid >= 16384 and 6 in (stakind1, stakind2, stakind3)',
               false, true, '')::text as ranges
    where has_table_privilege('pg_catalog.pg_statistic', 'select')
), range as ( -- 6: STATISTIC_KIND_RANGE_LENGTH_HISTOGRAM, 7: STATISTIC_KIND_BOUNDS_HISTOGRAM
    select split_part(entry, ':', 1)::oid as relation,
           split_part(entry, ':', 2)::smallint as number,
           split_part(entry, ':', 3) = '1' as inherited,
           nullif(split_part(entry, ':', 4), '')::float8 as empty,
           convert_from(decode(nullif(split_part(entry, ':', 5), ''), 'hex'), 'UTF8') as lengths,
           convert_from(decode(nullif(split_part(entry, ':', 6), ''), 'hex'), 'UTF8') as bounds
    from answer
    cross join lateral string_to_table(substring(answer.ranges from '<ranges>(.*)</ranges>'), ',') as entry
)
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
       range.lengths as range_length_histogram,
       range.empty as range_empty_fraction,
       range.bounds as range_bounds_histogram
from pg_catalog.pg_stats as statistics
join pg_catalog.pg_namespace as schema on schema.nspname = statistics.schemaname
join pg_catalog.pg_class as relation
  on relation.relnamespace = schema.oid
 and relation.relname = statistics.tablename
left join (
    range
    join pg_catalog.pg_attribute as attribute
      on attribute.attrelid = range.relation
     and attribute.attnum = range.number
) on range.relation = relation.oid
 and attribute.attname = statistics.attname
 and range.inherited = statistics.inherited
where statistics.schemaname !~ '^pg_'
  and statistics.schemaname <> 'information_schema'
order by relation.oid, statistics.attname, statistics.inherited
