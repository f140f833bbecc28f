-- what:  columns that were added with a value for the rows that were there, which do not store it
-- needs: nothing
-- cost:  one row a column
select attribute.attrelid::bigint as relation,
       attribute.attname as column
from pg_catalog.pg_attribute as attribute
join pg_catalog.pg_class as relation on relation.oid = attribute.attrelid
join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
where attribute.atthasmissing
  and not attribute.attisdropped
  and schema.nspname !~ '^pg_'
  and schema.nspname <> 'information_schema'
order by attribute.attrelid, attribute.attnum
