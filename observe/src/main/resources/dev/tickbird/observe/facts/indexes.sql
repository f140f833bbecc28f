-- what:  indexes with all their properties
-- needs: nothing
-- cost:  one row an index; locks each table for a moment, unless somebody holds it exclusively
with key as (
    select catalog.indexrelid,
           array_agg(coalesce(attribute.attname::text, '') order by entry.place) -- an expression has no name
               filter (where entry.place <= catalog.indnkeyatts) as columns,
           array_agg(coalesce(attribute.attname::text, '') order by entry.place)
               filter (where entry.place > catalog.indnkeyatts) as included,
           array_agg(case when class_schema.nspname = 'pg_catalog' then class.opcname::text
                          else quote_ident(class_schema.nspname) || '.' || quote_ident(class.opcname) end
                     order by entry.place) filter (where entry.place <= catalog.indnkeyatts) as operator_classes,
           array_agg(coalesce(sorting.collname::text, '') order by entry.place)
               filter (where entry.place <= catalog.indnkeyatts) as collations,
           array_agg(coalesce(entry.option & 1 = 1, false) order by entry.place) -- 1: descending
               filter (where entry.place <= catalog.indnkeyatts) as descending,
           array_agg(coalesce(entry.option & 2 = 2, false) order by entry.place) -- 2: nulls first
               filter (where entry.place <= catalog.indnkeyatts) as nulls_first
    from pg_catalog.pg_index as catalog
    cross join lateral unnest(catalog.indkey, catalog.indclass, catalog.indcollation, catalog.indoption)
        with ordinality as entry (number, class, sorting, option, place)
    left join pg_catalog.pg_attribute as attribute
           on attribute.attrelid = catalog.indrelid and attribute.attnum = entry.number and entry.number <> 0
    left join pg_catalog.pg_opclass as class on class.oid = entry.class
    left join pg_catalog.pg_namespace as class_schema on class_schema.oid = class.opcnamespace
    left join pg_catalog.pg_collation as sorting on sorting.oid = entry.sorting
    where catalog.indexrelid >= 16384 -- the first OID of user objects
    group by catalog.indexrelid
), locked as ( -- what describes their indexes would wait
    select lock.relation
    from pg_catalog.pg_locks as lock
    where lock.mode = 'AccessExclusiveLock'
      and lock.locktype = 'relation'
      and lock.database = (select database.oid from pg_catalog.pg_database as database where database.datname = current_database())
)
select catalog.indexrelid::bigint as oid,
       schema.nspname as schema,
       relation.relname as name,
       catalog.indrelid::bigint as relation,
       heritage.inhparent::bigint as parent,
       method.amname as method,
       key.columns,
       coalesce(key.included, '{}') as included,
       key.operator_classes,
       key.collations,
       key.descending,
       key.nulls_first,
       case when catalog.indexprs is not null
            then case when unlocked.yes then pg_get_expr(catalog.indexprs, catalog.indrelid) else '' end
       end as expressions,
       case when catalog.indpred is not null
            then case when unlocked.yes then pg_get_expr(catalog.indpred, catalog.indrelid) else '' end
       end as predicate,
       catalog.indisunique as unique,
       false as nulls_not_distinct,
       catalog.indisprimary as primary,
       catalog.indisexclusion as exclusion,
       catalog.indimmediate as immediate,
       backed.conname as constraint,
       catalog.indisclustered as clustered,
       catalog.indisvalid as valid,
       catalog.indisready as ready,
       catalog.indislive as live,
       catalog.indisreplident as replica_identity,
       relation.relkind = 'I' as partitioned, -- I: the index of a partitioned table
       relation.reltuples::bigint as rows,
       relation.relpages::bigint as pages,
       space.spcname as tablespace,
       coalesce(relation.reloptions, '{}') as options,
       case when unlocked.yes then pg_get_indexdef(catalog.indexrelid) else '' end as definition
from pg_catalog.pg_index as catalog
cross join lateral (select catalog.indrelid not in (select locked.relation from locked) as yes) as unlocked
join key on key.indexrelid = catalog.indexrelid
join pg_catalog.pg_class as relation on relation.oid = catalog.indexrelid
join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
join pg_catalog.pg_am as method on method.oid = relation.relam
left join pg_catalog.pg_inherits as heritage on heritage.inhrelid = catalog.indexrelid
left join pg_catalog.pg_constraint as backed
       on backed.conindid = catalog.indexrelid
      and backed.conrelid = catalog.indrelid
      and backed.contype in ('p', 'u', 'x') -- primary key, unique, exclusion: what an index enforces
left join pg_catalog.pg_tablespace as space on space.oid = relation.reltablespace
where schema.nspname !~ '^pg_'
  and schema.nspname <> 'information_schema'
order by schema.nspname, relation.relname
