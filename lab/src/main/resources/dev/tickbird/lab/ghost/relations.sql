-- everything of the twin that has statistics or a file
select relation.oid::bigint as oid,
       schema.nspname as schema,
       relation.relname as name,
       coalesce(method.amname, '') as method,
       coalesce(pg_relation_filepath(relation.oid), '') as path,
       relation.reltoastrelid::bigint as toast,
       coalesce(relation.relfilenode, 0)::bigint as filenode
from pg_catalog.pg_class as relation
join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
left join pg_catalog.pg_am as method on method.oid = relation.relam
where relation.relkind in ('r', 'p', 'm', 'f', 'i', 'I', 't')
  and relation.relpersistence <> 't'
  and schema.nspname not in ('pg_catalog', 'information_schema')
