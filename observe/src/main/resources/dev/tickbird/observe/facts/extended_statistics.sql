-- what:  statistics objects over several columns or expressions
-- needs: nothing
-- cost:  one row an object; definitions lock their table for a moment, unless somebody holds it exclusively
with key as (
    select statistics.oid,
           array_agg(attribute.attname::text order by entry.place) as columns
    from pg_catalog.pg_statistic_ext as statistics
    cross join lateral unnest(statistics.stxkeys) with ordinality as entry (number, place)
    join pg_catalog.pg_attribute as attribute
      on attribute.attrelid = statistics.stxrelid and attribute.attnum = entry.number
    group by statistics.oid
), locked as materialized ( -- their definitions would wait
    select lock.relation
    from pg_catalog.pg_locks as lock
    where lock.mode = 'AccessExclusiveLock'
      and lock.locktype = 'relation'
      and lock.database = (select database.oid from pg_catalog.pg_database as database where database.datname = current_database())
)
select statistics.oid::bigint as oid,
       schema.nspname as schema,
       statistics.stxname as name,
       statistics.stxrelid::bigint as relation,
       pg_get_userbyid(statistics.stxowner) as owner,
       array(select case kind.letter
                        when 'd' then 'ndistinct'
                        when 'f' then 'dependencies'
                        when 'm' then 'mcv'
                        when 'e' then 'expressions'
                    end
             from unnest(statistics.stxkind) with ordinality as kind (letter, place)
             order by kind.place) as kinds,
       coalesce(key.columns, '{}') as columns,
       case when statistics.stxrelid not in (select locked.relation from locked)
            then coalesce(pg_get_statisticsobjdef_expressions(statistics.oid), '{}')
            else '{}'
       end as expressions,
       nullif(statistics.stxstattarget, -1)::int as target, -- -1: the default, null since 17
       case when statistics.stxrelid not in (select locked.relation from locked)
            then pg_get_statisticsobjdef(statistics.oid)
       end as definition
from pg_catalog.pg_statistic_ext as statistics
join pg_catalog.pg_namespace as schema on schema.oid = statistics.stxnamespace
left join key on key.oid = statistics.oid
where schema.nspname !~ '^pg_'
  and schema.nspname <> 'information_schema'
order by schema.nspname, statistics.stxname
