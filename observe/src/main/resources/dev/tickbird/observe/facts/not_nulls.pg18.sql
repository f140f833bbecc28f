-- what:  valid not-null constraints that say more than that their column is not null
-- needs: nothing
-- cost:  one row a constraint; looks at every column that is not null
select catalog.oid::bigint as oid,
       catalog.conname as name,
       catalog.conrelid::bigint as relation,
       attribute.attname as column,
       not catalog.connoinherit as inheritable,
       catalog.coninhcount > 0 as inherited,
       catalog.conislocal as local
from pg_catalog.pg_constraint as catalog
join pg_catalog.pg_class as relation on relation.oid = catalog.conrelid
join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
join pg_catalog.pg_attribute as attribute on attribute.attrelid = catalog.conrelid and attribute.attnum = catalog.conkey[1]
where catalog.contype = 'n' -- n: not null
  and catalog.convalidated
  and not relation.relispartition -- what partitions have comes from their parents
  and (catalog.connoinherit
       or catalog.coninhcount > 0
       or catalog.conname <> relation.relname || '_' || attribute.attname || '_not_null') -- as PostgreSQL names it
  and schema.nspname !~ '^pg_'
  and schema.nspname <> 'information_schema'
order by schema.nspname, relation.relname, attribute.attnum
