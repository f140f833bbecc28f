-- an index that was just created, with what decides how large it would be
select index.relname as name,
       schema.nspname as schema,
       method.amname as method,
       catalog.indrelid::bigint as relation,
       catalog.indrelid::regclass::text as relation_name,
       pg_relation_filepath(index.oid) as path,
       pg_get_expr(catalog.indpred, catalog.indrelid) as predicate,
       coalesce(substring(array_to_string(index.reloptions, ' ') from 'fillfactor=(\d+)')::integer, 90) as fill,
       coalesce(substring(array_to_string(index.reloptions, ' ') from 'pages_per_range=(\d+)')::integer, 128) as pages_per_range,
       catalog.indoption[0] & 1 = 1 as descending, -- 1: descending
       array(select pg_get_indexdef(index.oid, place, false)
             from generate_series(1, catalog.indnkeyatts) as place) as keys,
       array(select coalesce(attribute.attname::text, '')
             from unnest(catalog.indkey) with ordinality as key (number, place)
             left join pg_catalog.pg_attribute as attribute
                    on attribute.attrelid = catalog.indrelid and attribute.attnum = key.number and key.number > 0
             order by key.place) as columns,
       array(select coalesce(statistics.stawidth, case when entry.attlen > 0 then entry.attlen end, described.width, 32)
             from pg_catalog.pg_attribute as entry
             left join pg_catalog.pg_statistic as statistics
                    on statistics.starelid = catalog.indrelid
                   and statistics.staattnum = catalog.indkey[entry.attnum - 1]
                   and not statistics.stainherit
             where entry.attrelid = index.oid
             order by entry.attnum) as widths,
       array(select case when entry.attlen < 0 then 0 -- of any length
                         else case entry.attalign when 'c' then 1 when 's' then 2 when 'i' then 4 else 8 end
                    end
             from pg_catalog.pg_attribute as entry
             where entry.attrelid = index.oid
             order by entry.attnum) as alignments,
       coalesce((select max(statistics.stanullfrac)
                 from pg_catalog.pg_statistic as statistics
                 where statistics.starelid = catalog.indrelid
                   and statistics.staattnum = any (catalog.indkey)
                   and not statistics.stainherit), 0)::float8 as nulls,
       catalog.indnatts = catalog.indnkeyatts
           and not exists (
               select
               from unnest(catalog.indclass) as key (class)
               join pg_catalog.pg_opclass as class on class.oid = key.class
               where not exists (
                   select
                   from pg_catalog.pg_amproc as support
                   where support.amprocfamily = class.opcfamily
                     and support.amproclefttype = class.opcintype
                     and support.amproc::text like '%equalimage'
                     and support.amprocnum = 4)) -- 4: whether equal values have equal bytes
           and coalesce(array_to_string(index.reloptions, ' ') !~ 'deduplicate_items=(off|false|0)', true) as deduplicated,
       coalesce((select max(case 5 -- counts of different elements
                                when statistics.stakind1 then statistics.stanumbers1[array_upper(statistics.stanumbers1, 1)]
                                when statistics.stakind2 then statistics.stanumbers2[array_upper(statistics.stanumbers2, 1)]
                                when statistics.stakind3 then statistics.stanumbers3[array_upper(statistics.stanumbers3, 1)]
                                when statistics.stakind4 then statistics.stanumbers4[array_upper(statistics.stanumbers4, 1)]
                                when statistics.stakind5 then statistics.stanumbers5[array_upper(statistics.stanumbers5, 1)]
                            end)
                 from pg_catalog.pg_statistic as statistics
                 where statistics.starelid = catalog.indrelid
                   and statistics.staattnum = catalog.indkey[0]), 6)::float8 as elements, -- 6: a guess
       pg_relation_size(catalog.indrelid) / 8192 as table_pages
from pg_catalog.pg_class as index
join pg_catalog.pg_namespace as schema on schema.oid = index.relnamespace
join pg_catalog.pg_index as catalog on catalog.indexrelid = index.oid
join pg_catalog.pg_am as method on method.oid = index.relam
cross join lateral ( -- an expression is taken to be as wide as the widest column that only expressions name
    select max(statistics.stawidth) as width
    from pg_catalog.pg_depend as need
    join pg_catalog.pg_statistic as statistics
      on statistics.starelid = need.refobjid
     and statistics.staattnum = need.refobjsubid
    where need.classid = 'pg_catalog.pg_class'::regclass
      and need.objid = index.oid
      and need.refclassid = 'pg_catalog.pg_class'::regclass
      and need.refobjid = catalog.indrelid
      and need.refobjsubid <> all (catalog.indkey)
) as described
where index.oid = ?
