-- everything of the twin that has statistics or a file
select relation.oid::bigint as oid,
       schema.nspname as schema,
       relation.relname as name,
       coalesce(pg_relation_filepath(relation.oid), '') as path,
       relation.reltoastrelid::bigint as toast
from pg_catalog.pg_class as relation
join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
where relation.relkind in ('r', 'p', 'm', 'f', 'i', 'I', 't')
  and relation.relpersistence <> 't'
  and schema.nspname not in ('pg_catalog', 'information_schema')
