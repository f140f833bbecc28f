-- the users' indexes that have a file and are not among those of the source
select relation.oid::bigint as oid
from pg_catalog.pg_class as relation
join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
where relation.relkind = 'i' -- i: an index that has a file
  and schema.nspname not in ('pg_catalog', 'pg_toast', 'information_schema')
  and format('%s.%s', quote_ident(schema.nspname), quote_ident(relation.relname)) <> all (?)
order by relation.oid
