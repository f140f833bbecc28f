-- what:  how partitioned tables are divided
-- needs: nothing
-- cost:  one row a partitioned table; its key locks it for a moment, unless somebody holds it exclusively
with key as (
    select catalog.partrelid,
           array_agg(coalesce(attribute.attname::text, '') order by entry.place) as columns -- an expression has no name
    from pg_catalog.pg_partitioned_table as catalog
    cross join lateral unnest(catalog.partattrs) with ordinality as entry (number, place)
    left join pg_catalog.pg_attribute as attribute
           on attribute.attrelid = catalog.partrelid and attribute.attnum = entry.number and entry.number <> 0
    group by catalog.partrelid
), locked as materialized ( -- their definitions would wait
    select lock.relation
    from pg_catalog.pg_locks as lock
    where lock.mode = 'AccessExclusiveLock'
      and lock.locktype = 'relation'
      and lock.database = (select database.oid from pg_catalog.pg_database as database where database.datname = current_database())
)
select catalog.partrelid::bigint as relation,
       case catalog.partstrat
           when 'h' then 'hash'
           when 'l' then 'list'
           when 'r' then 'range'
       end as strategy,
       key.columns,
       nullif(catalog.partdefid, 0)::bigint as default_partition,
       case when catalog.partrelid not in (select locked.relation from locked)
            then pg_get_partkeydef(catalog.partrelid)
       end as key
from pg_catalog.pg_partitioned_table as catalog
join key on key.partrelid = catalog.partrelid
join pg_catalog.pg_class as relation on relation.oid = catalog.partrelid
join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
where schema.nspname !~ '^pg_'
  and schema.nspname <> 'information_schema'
order by schema.nspname, relation.relname
