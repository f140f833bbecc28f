-- what:  constraints of tables, foreign keys and valid not-null constraints left out
-- needs: nothing
-- cost:  one row a constraint; checks and exclusions lock their table for a moment, unless somebody holds it exclusively
with entry as (
    select catalog.oid,
           coalesce(attribute.attname::text, '') as name -- an expression has none
    from pg_catalog.pg_constraint as catalog
    cross join lateral unnest(catalog.conkey) with ordinality as member (number, place)
    left join pg_catalog.pg_attribute as attribute
           on attribute.attrelid = catalog.conrelid and attribute.attnum = member.number and attribute.attnum > 0
    where catalog.contype in ('c', 'p', 'u', 'x') or catalog.contype = 'n' and not catalog.convalidated
    order by catalog.oid, member.place
), key as (
    select entry.oid,
           array_agg(entry.name) as columns,
           string_agg(quote_ident(entry.name), ', ') as list
    from entry
    group by entry.oid
), locked as materialized ( -- their definitions would wait
    select lock.relation
    from pg_catalog.pg_locks as lock
    where lock.mode = 'AccessExclusiveLock'
      and lock.locktype = 'relation'
      and lock.database = (select database.oid from pg_catalog.pg_database as database where database.datname = current_database())
)
select catalog.oid::bigint as oid,
       catalog.conname as name,
       catalog.conrelid::bigint as relation,
       case catalog.contype
           when 'c' then 'check'
           when 'n' then 'not null'
           when 'p' then 'primary key'
           when 'u' then 'unique'
           when 'x' then 'exclusion'
       end as kind,
       coalesce(key.columns, '{}') as columns,
       nullif(catalog.conindid, 0)::bigint as index,
       nullif(catalog.conparentid, 0)::bigint as parent,
       catalog.condeferrable as deferrable,
       catalog.condeferred as initially_deferred,
       catalog.convalidated as validated,
       catalog.conenforced as enforced,
       not catalog.connoinherit as inheritable,
       catalog.coninhcount > 0 as inherited,
       catalog.conislocal as local,
       catalog.conperiod as without_overlaps,
       case when catalog.contype in ('p', 'u') -- most are as plain as this; the function costs ten times as much
                 and index.indnatts = cardinality(catalog.conkey)
                 and not index.indnullsnotdistinct
                 and not catalog.condeferrable
                 and not catalog.conperiod
            then case catalog.contype when 'p' then 'PRIMARY KEY (' else 'UNIQUE (' end || key.list || ')'
            when catalog.contype not in ('c', 'x') -- the others name columns only
                 or catalog.conrelid not in (select locked.relation from locked)
            then pg_get_constraintdef(catalog.oid)
       end as definition
from pg_catalog.pg_constraint as catalog
join pg_catalog.pg_class as relation on relation.oid = catalog.conrelid
join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
left join key on key.oid = catalog.oid
left join pg_catalog.pg_index as index on index.indexrelid = catalog.conindid
where (catalog.contype in ('c', 'p', 'u', 'x') -- f: foreign keys, t: constraint triggers
       or catalog.contype = 'n' and not catalog.convalidated) -- n: not null; the others are told by their columns
  and schema.nspname !~ '^pg_'
  and schema.nspname <> 'information_schema'
order by schema.nspname, relation.relname, catalog.conname
