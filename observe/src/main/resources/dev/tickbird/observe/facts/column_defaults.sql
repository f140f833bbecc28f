-- what:  what columns are filled with: default and generation expressions
-- needs: nothing
-- cost:  one row a default; locks each table for a moment, leaves out those that somebody holds exclusively
with locked as materialized ( -- their definitions would wait
    select lock.relation
    from pg_catalog.pg_locks as lock
    where lock.mode = 'AccessExclusiveLock'
      and lock.locktype = 'relation'
      and lock.database = (select database.oid from pg_catalog.pg_database as database where database.datname = current_database())
)
select filling.adrelid::bigint as relation,
       filling.adnum::int as number,
       pg_get_expr(filling.adbin, filling.adrelid) as expression
from pg_catalog.pg_attrdef as filling
join pg_catalog.pg_class as relation on relation.oid = filling.adrelid
join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
where schema.nspname !~ '^pg_'
  and schema.nspname <> 'information_schema'
  and filling.adrelid not in (select locked.relation from locked)
order by filling.adrelid, filling.adnum
