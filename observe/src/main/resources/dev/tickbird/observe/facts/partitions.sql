-- what:  partitions with their bounds
-- needs: nothing
-- cost:  one row a partition; catalogs only, no table is locked
select relation.oid::bigint as relation,
       heritage.inhparent::bigint as parent,
       pg_get_expr(relation.relpartbound, 0) as bound, -- 0: bounds name no columns, and no table is locked
       heritage.inhdetachpending as detach_pending
from pg_catalog.pg_class as relation
join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
join pg_catalog.pg_inherits as heritage on heritage.inhrelid = relation.oid
where relation.relispartition
  and relation.relkind in ('r', 'p', 'f') -- indexes of partitions have no bounds
  and schema.nspname !~ '^pg_'
  and schema.nspname <> 'information_schema'
order by schema.nspname, relation.relname
