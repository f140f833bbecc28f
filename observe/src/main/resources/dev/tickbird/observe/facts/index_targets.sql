-- what:  statistics targets of expressions in indexes
-- needs: nothing
-- cost:  one row an expression that has one
select attribute.attrelid::bigint as index,
       attribute.attnum::int as number,
       attribute.attstattarget::int as statistics_target
from pg_catalog.pg_attribute as attribute
join pg_catalog.pg_class as relation on relation.oid = attribute.attrelid
join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
where attribute.attstattarget >= 0 -- -1: the default, null since 17
  and relation.relkind in ('i', 'I') -- i: index, I: of a partitioned table
  and schema.nspname !~ '^pg_'
  and schema.nspname <> 'information_schema'
order by attribute.attrelid, attribute.attnum
