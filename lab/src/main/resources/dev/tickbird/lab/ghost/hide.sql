-- an index that is not valid is no way to rows
update pg_catalog.pg_index as catalog
set indisvalid = false
from pg_catalog.pg_class as relation
join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
where relation.oid = catalog.indexrelid
  and format('%s.%s', quote_ident(schema.nspname), quote_ident(relation.relname)) = any (?)
