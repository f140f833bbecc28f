-- what:  how long each relation's files are now
-- needs: nothing
-- cost:  a few file lookups a relation; a relation that is locked exclusively is left out, for its size would wait
select relation.oid::bigint as oid,
       pg_relation_size(relation.oid) / current_setting('block_size')::bigint as pages,
       pg_relation_size(relation.oid)
           + pg_relation_size(relation.oid, 'fsm')
           + pg_relation_size(relation.oid, 'vm') as bytes
from pg_catalog.pg_class as relation
where relation.relkind in ('r', 'i', 'm', 't', 'S') -- what has files
  and relation.relpersistence <> 't' -- other sessions' temporary files
  and relation.oid >= 16384 -- the first OID of user objects
  and relation.oid not in (
      select lock.relation
      from pg_catalog.pg_locks as lock
      where lock.mode = 'AccessExclusiveLock'
        and lock.relation is not null
        and lock.database in (
            select database.oid from pg_catalog.pg_database as database where database.datname = current_database()))
order by relation.oid
