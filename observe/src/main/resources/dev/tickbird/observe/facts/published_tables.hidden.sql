-- what:  the tables with a row filter that could not be read because of somebody's exclusive lock
-- needs: nothing
-- cost:  one row
with locked as materialized ( -- asked once, for the server goes through all locks each time
    select distinct lock.relation
    from pg_catalog.pg_locks as lock
    where lock.mode = 'AccessExclusiveLock'
      and lock.locktype = 'relation'
      and lock.database = (select database.oid from pg_catalog.pg_database as database where database.datname = current_database())
)
select count(distinct member.prrelid) as hidden,
       count(distinct member.prrelid) || ' published tables with a row filter are locked exclusively' as reason,
       'Run again when the locks are gone.' as hint
from pg_catalog.pg_publication_rel as member
join locked on locked.relation = member.prrelid
where to_jsonb(member) ->> 'prqual' is not null -- the column came with 15
