-- what:  tables that inherit from others without being partitions
-- needs: nothing
-- cost:  one row a child and parent
select heritage.inhrelid::bigint as relation,
       heritage.inhparent::bigint as parent,
       heritage.inhseqno as place
from pg_catalog.pg_inherits as heritage
join pg_catalog.pg_class as relation on relation.oid = heritage.inhrelid
join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
where not relation.relispartition
  and relation.relkind in ('r', 'f') -- indexes have heritage, too
  and schema.nspname !~ '^pg_'
  and schema.nspname <> 'information_schema'
order by schema.nspname, relation.relname, heritage.inhseqno
