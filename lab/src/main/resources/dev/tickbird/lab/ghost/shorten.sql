-- what pg_class says of a table and its partitions, to be said again when the index is built
insert into pg_temp.shape
select relation.oid, relation.relfilenode, relation.relpages, relation.reltuples, relation.relallvisible
from (select (?)::regclass as oid) as named
cross join pg_catalog.pg_class as relation
where relation.relkind in ('r', 'm') -- what has a file
  and relation.oid in (
      select tree.relid from pg_catalog.pg_partition_tree(named.oid) as tree
      union all
      select named.oid)
