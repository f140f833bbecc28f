-- what:  the relations whose size cannot be read because they are locked exclusively
-- needs: nothing
-- cost:  one row
with locked as materialized ( -- asked once, for the server goes through all locks each time
    select distinct lock.relation
    from pg_catalog.pg_locks as lock
    where lock.mode = 'AccessExclusiveLock'
      and lock.locktype = 'relation'
      and lock.database = (select database.oid from pg_catalog.pg_database as database where database.datname = current_database())
)
select count(distinct locked.relation) as hidden,
       count(distinct locked.relation) || ' relations are locked exclusively; their size was not read' as reason,
       'Run again when the locks are gone.' as hint
from locked
where locked.relation >= 16384
