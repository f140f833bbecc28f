-- what:  indexes with all their properties
-- needs: nothing
-- cost:  one row an index; locks each table for a moment, unless somebody holds it exclusively
with entry as (
    select catalog.indexrelid,
           member.place,
           member.place <= catalog.indnkeyatts as is_key,
           coalesce(attribute.attname::text, '') as name, -- an expression has none
           case when class_schema.nspname = 'pg_catalog' then class.opcname::text
                else quote_ident(class_schema.nspname) || '.' || quote_ident(class.opcname) end as class,
           coalesce(sorting.collname::text, '') as sorting,
           coalesce(member.option & 1 = 1, false) as descending, -- 1: descending
           coalesce(member.option & 2 = 2, false) as nulls_first, -- 2: nulls first
           coalesce(
               class.opcdefault
                   and (class.opcintype = attribute.atttypid or format_type(attribute.atttypid, null) = 'character varying')
                   and member.sorting = attribute.attcollation,
               false) as is_plain
    from pg_catalog.pg_index as catalog
    cross join lateral unnest(catalog.indkey, catalog.indclass, catalog.indcollation, catalog.indoption)
        with ordinality as member (number, class, sorting, option, place)
    left join pg_catalog.pg_attribute as attribute
           on attribute.attrelid = catalog.indrelid and attribute.attnum = member.number and attribute.attnum > 0
    left join pg_catalog.pg_opclass as class on class.oid = member.class
    left join pg_catalog.pg_namespace as class_schema on class_schema.oid = class.opcnamespace
    left join pg_catalog.pg_collation as sorting on sorting.oid = member.sorting
    where catalog.indexrelid >= 16384 -- the first OID of user objects
    order by catalog.indexrelid, member.place
), key as (
    select entry.indexrelid,
           array_agg(entry.name) filter (where entry.is_key) as columns,
           array_agg(entry.name) filter (where not entry.is_key) as included,
           array_agg(entry.class) filter (where entry.is_key) as operator_classes,
           array_agg(entry.sorting) filter (where entry.is_key) as collations,
           array_agg(entry.descending) filter (where entry.is_key) as descending,
           array_agg(entry.nulls_first) filter (where entry.is_key) as nulls_first,
           string_agg(
               quote_ident(entry.name)
                   || case when entry.descending then ' DESC' else '' end
                   || case when entry.descending = entry.nulls_first then '' -- as it is by default
                           when entry.nulls_first then ' NULLS FIRST'
                           else ' NULLS LAST' end,
               ', ') as list,
           bool_and(entry.is_plain) as is_plain
    from entry
    group by entry.indexrelid
), locked as materialized ( -- what describes their indexes would wait
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
            then case when described.unlocked then pg_get_expr(catalog.indexprs, catalog.indrelid) else '' end
       end as expressions,
       described.predicate,
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
       case when not described.unlocked then ''
            when key.is_plain -- no expression, nothing but keys, each as it would be by default
                 and method.amname = 'btree'
                 and relation.reloptions is null
                 and relation.relkind = 'i' -- i: not of a partitioned table
            then 'CREATE ' || case when catalog.indisunique then 'UNIQUE ' else '' end || 'INDEX '
                     || quote_ident(relation.relname) || ' ON ' || quote_ident(schema.nspname) || '.'
                     || quote_ident(owner.relname) || ' USING btree (' || key.list || ')'
                     || coalesce(' WHERE ' || described.predicate, '') -- as the function would, at a tenth of its cost
            else pg_get_indexdef(catalog.indexrelid)
       end as definition
from pg_catalog.pg_index as catalog
cross join lateral (select catalog.indrelid not in (select locked.relation from locked) as unlocked offset 0) as openness
cross join lateral (
    select openness.unlocked,
           case when catalog.indpred is not null
                then case when openness.unlocked then pg_get_expr(catalog.indpred, catalog.indrelid) else '' end
           end as predicate
    offset 0 -- once an index
) as described
join key on key.indexrelid = catalog.indexrelid
join pg_catalog.pg_class as relation on relation.oid = catalog.indexrelid
join pg_catalog.pg_class as owner on owner.oid = catalog.indrelid
join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
join pg_catalog.pg_am as method on method.oid = relation.relam
left join pg_catalog.pg_inherits as heritage on heritage.inhrelid = catalog.indexrelid
left join pg_catalog.pg_constraint as backed
       on backed.conindid = catalog.indexrelid -- not by table: the server would look up each table's constraints
      and backed.contype in ('p', 'u', 'x') -- primary key, unique, exclusion: what an index enforces
left join pg_catalog.pg_tablespace as space on space.oid = relation.reltablespace
where schema.nspname !~ '^pg_'
  and schema.nspname <> 'information_schema'
order by schema.nspname, relation.relname
