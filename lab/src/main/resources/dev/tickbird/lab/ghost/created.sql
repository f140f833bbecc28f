-- the indexes that this transaction has created on the tables of shape
select relation.oid::bigint as oid
from pg_catalog.pg_class as relation
join pg_catalog.pg_index as catalog on catalog.indexrelid = relation.oid
where relation.relkind = 'i' -- i: an index that has a file
  and relation.xmin = pg_current_xact_id()::xid
  and catalog.indrelid in (select shape.oid from pg_temp.shape)
order by relation.oid
