-- what:  the definitions of indexes that could not be read because of somebody's exclusive lock
-- needs: nothing
-- cost:  one row
select count(*) as hidden,
       count(*) || case count(*) when 1 then ' definition of indexes was' else ' definitions of indexes were' end
           || ' not read: locked exclusively ' ||
           case count(distinct catalog.indrelid)
               when 1 then 'is table ' || min(quote_ident(schema.nspname) || '.' || quote_ident(relation.relname))
               else 'are ' || count(distinct catalog.indrelid) || ' tables, among them '
                    || min(quote_ident(schema.nspname) || '.' || quote_ident(relation.relname))
           end as reason,
       'Run again when the locks are gone.' as hint
from pg_catalog.pg_index as catalog
join pg_catalog.pg_class as relation on relation.oid = catalog.indrelid
join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
where schema.nspname !~ '^pg_'
  and schema.nspname <> 'information_schema'
  and catalog.indrelid in (
      select lock.relation
      from pg_catalog.pg_locks as lock
      where lock.mode = 'AccessExclusiveLock'
        and lock.locktype = 'relation'
        and lock.database = (select database.oid from pg_catalog.pg_database as database where database.datname = current_database()))
