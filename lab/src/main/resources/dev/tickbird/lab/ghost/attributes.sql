-- the columns of tables and indexes; a domain is what it restricts
with recursive base as (
    select type.oid as domain, type.typbasetype as oid
    from pg_catalog.pg_type as type
    where type.typtype = 'd' -- d: domain
    union all
    select base.domain, type.typbasetype
    from base
    join pg_catalog.pg_type as type on type.oid = base.oid and type.typtype = 'd'
)
select attribute.attrelid::bigint as relation,
       attribute.attname as name,
       attribute.attnum as number,
       coalesce(final.oid, attribute.atttypid)::bigint as type,
       attribute.attcollation::bigint as collation
from pg_catalog.pg_attribute as attribute
join pg_catalog.pg_class as relation on relation.oid = attribute.attrelid
join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
left join (
    select base.domain, base.oid
    from base
    join pg_catalog.pg_type as type on type.oid = base.oid and type.typtype <> 'd'
) as final on final.domain = attribute.atttypid
where attribute.attnum > 0
  and not attribute.attisdropped
  and relation.relkind in ('r', 'p', 'm', 'f', 'i', 'I')
  and schema.nspname !~ '^pg_'
  and schema.nspname <> 'information_schema'
