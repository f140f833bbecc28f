-- what:  the columns of tables and views
-- needs: nothing
-- cost:  one row a column
select attribute.attrelid::bigint as relation,
       attribute.attnum::int as number,
       attribute.attname as name,
       format_type(attribute.atttypid, attribute.atttypmod) as type,
       format_type(attribute.atttypid, null) as base_type,
       attribute.atttypid::bigint as type_oid,
       attribute.atttypmod as type_modifier,
       attribute.attnotnull as not_null,
       attribute.atthasdef and attribute.attgenerated = '' as has_default,
       case attribute.attidentity when 'a' then 'always' when 'd' then 'by default' else '' end as identity,
       case attribute.attgenerated when 's' then 'stored' when 'v' then 'virtual' else '' end as generated,
       case when attribute.attcollation <> type.typcollation
            then quote_ident(collation_schema.nspname) || '.' || quote_ident(own_collation.collname)
       end as collation,
       case attribute.attstorage
           when 'p' then 'plain'
           when 'e' then 'external'
           when 'm' then 'main'
           else 'extended'
       end as storage,
       case attribute.attcompression when 'p' then 'pglz' when 'l' then 'lz4' end as compression,
       nullif(attribute.attstattarget, -1)::int as statistics_target, -- -1: the default, null since 17
       coalesce(attribute.attoptions, '{}') as options,
       case when attribute.attfdwoptions is null then '{}'
            else (select array_agg(case when entry.option ~* '(pass|secret|token|credential|key)[^=]*='
                                      then split_part(entry.option, '=', 1) || '=*****'
                                      else entry.option
                                 end order by entry.place)
                  from unnest(attribute.attfdwoptions) with ordinality as entry (option, place))
       end as foreign_options,
       attribute.attislocal as local
from pg_catalog.pg_attribute as attribute
join pg_catalog.pg_class as relation on relation.oid = attribute.attrelid
join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
join pg_catalog.pg_type as type on type.oid = attribute.atttypid
left join pg_catalog.pg_collation as own_collation on own_collation.oid = attribute.attcollation
left join pg_catalog.pg_namespace as collation_schema on collation_schema.oid = own_collation.collnamespace
where attribute.attnum > 0 -- system columns
  and not attribute.attisdropped
  and relation.relkind in ('r', 'p', 'f', 'm', 'v')
  and schema.nspname !~ '^pg_'
  and schema.nspname <> 'information_schema'
order by attribute.attrelid, attribute.attnum
