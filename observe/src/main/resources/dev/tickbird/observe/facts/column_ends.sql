-- what:  the lowest and the highest value of each column that leads a B-tree index, of the 500 largest tables
-- needs: select on the column
-- cost:  two index lookups a column, of tables of 30,000 rows or more: smaller ones are known from their statistics
with subject as (
    select distinct
           relation.oid,
           relation.relpages,
           attribute.attname,
           format('%I', attribute.attname) as column_name,
           format('%I.%I', schema.nspname, relation.relname) as relation_name
    from pg_catalog.pg_index as catalog
    join pg_catalog.pg_class as index on index.oid = catalog.indexrelid
    join pg_catalog.pg_am as method on method.oid = index.relam and method.amname = 'btree'
    join pg_catalog.pg_class as relation on relation.oid = catalog.indrelid
    join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
    join pg_catalog.pg_attribute as attribute
      on attribute.attrelid = relation.oid
     and attribute.attnum = catalog.indkey[0]
     and attribute.attnum > 0 -- an expression has none; it is not evaluated here, for it is somebody's code
     and attribute.attcollation = catalog.indcollation[0]
    join pg_catalog.pg_opclass as class on class.oid = catalog.indclass[0]
    where catalog.indisvalid
      and catalog.indpred is null
      and (class.opcdefault or class.opcname = 'varchar_ops')
), allowed as (
    select subject.oid, subject.relpages, subject.attname, subject.column_name, subject.relation_name
    from subject
    join pg_catalog.pg_class as relation on relation.oid = subject.oid
    where relation.relkind in ('r', 'm') -- tables, partitions, materialized views
      and relation.reltuples >= 30000
      and (relation.relpersistence = 'p' or relation.relpersistence = 'u' and not pg_is_in_recovery()) -- u: unlogged, empty on a standby
      and relation.oid >= 16384 -- the first OID of user objects
      and has_column_privilege(relation.oid, subject.attname, 'select')
      and has_schema_privilege(relation.relnamespace, 'usage')
      and not (relation.relrowsecurity and row_security_active(relation.oid))
      and (relation.relkind <> 'm' or relation.relispopulated)
      and not exists (
          select
          from pg_catalog.pg_locks as lock
          where lock.mode = 'AccessExclusiveLock'
            and lock.relation in (select relation.oid union all
                                  select other.indexrelid from pg_catalog.pg_index as other where other.indrelid = relation.oid)
            and lock.database = (select database.oid from pg_catalog.pg_database as database where database.datname = current_database()))
), ranked as ( -- each table that is read stays locked until all are, and locks are few
    select allowed.oid, allowed.attname, allowed.column_name, allowed.relation_name,
           dense_rank() over (order by allowed.relpages desc, allowed.oid) as rank
    from allowed
), looked_up as ( -- concat() asks the type's own output function, no cast that somebody has made
    select ranked.oid,
           ranked.attname,
           query_to_xml(
               format(
                   'select encode(convert_to((select concat(%1$s) from only %2$s where %1$s is not null order by %1$s limit 1), ''UTF8''), ''hex'') as lowest,'
                       ' encode(convert_to((select concat(%1$s) from only %2$s where %1$s is not null order by %1$s desc limit 1), ''UTF8''), ''hex'') as highest',
                   ranked.column_name, ranked.relation_name),
               false, true, '')::text as answer
    from ranked
    where ranked.rank <= 500
), found as (
    select looked_up.oid,
           looked_up.attname,
           substring(looked_up.answer from '<lowest>([0-9a-f]*)</lowest>') as lowest,
           substring(looked_up.answer from '<highest>([0-9a-f]*)</highest>') as highest
    from looked_up
)
select found.oid::bigint as relation,
       found.attname as column,
       convert_from(decode(found.lowest, 'hex'), 'UTF8') as lowest,
       convert_from(decode(found.highest, 'hex'), 'UTF8') as highest
from found
where length(found.lowest) < 4000 -- longer values have no place in an index
  and length(found.highest) < 4000
order by found.oid, found.attname
