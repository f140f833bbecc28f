-- what:  the lowest and the highest value of each column or expression that leads a B-tree index, of the 500 largest tables
-- needs: select on the column
-- cost:  two index lookups a column
with locked as materialized (
    select lock.relation
    from pg_catalog.pg_locks as lock
    where lock.mode = 'AccessExclusiveLock'
      and lock.locktype = 'relation'
      and lock.database = (select database.oid from pg_catalog.pg_database as database where database.datname = current_database())
), inlined as materialized ( -- whoever plans over these puts bodies in place of calls, and a body may be written for another search path
    select catalog.indrelid as relation
    from pg_catalog.pg_depend as need
    join pg_catalog.pg_proc as function on function.oid = need.refobjid
    join pg_catalog.pg_index as catalog on catalog.indexrelid = need.objid
    where need.classid = 'pg_catalog.pg_class'::regclass
      and need.refclassid = 'pg_catalog.pg_proc'::regclass
      and need.refobjid >= 16384 -- the first OID of user objects
      and function.prolang = (select language.oid from pg_catalog.pg_language as language where language.lanname = 'sql')
      and function.prosqlbody is null -- else its names are settled
    union
    select object.stxrelid
    from pg_catalog.pg_depend as need
    join pg_catalog.pg_proc as function on function.oid = need.refobjid
    join pg_catalog.pg_statistic_ext as object on object.oid = need.objid
    where need.classid = 'pg_catalog.pg_statistic_ext'::regclass
      and need.refclassid = 'pg_catalog.pg_proc'::regclass
      and need.refobjid >= 16384
      and function.prolang = (select language.oid from pg_catalog.pg_language as language where language.lanname = 'sql')
      and function.prosqlbody is null
), subject as (
    select distinct on (attribute.attrelid, attribute.attnum)
           relation.oid as table_oid,
           relation.relpages,
           relation.reltuples,
           relation.relkind,
           attribute.attrelid as oid,
           attribute.attname,
           attribute.attrelid = index.oid as is_expression,
           format('%I.%I', schema.nspname, relation.relname) as relation_name
    from pg_catalog.pg_index as catalog
    join pg_catalog.pg_class as index on index.oid = catalog.indexrelid
    join pg_catalog.pg_am as method on method.oid = index.relam and method.amname = 'btree'
    join pg_catalog.pg_class as relation on relation.oid = catalog.indrelid
    join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
    join pg_catalog.pg_attribute as attribute
      on attribute.attrelid = case catalog.indkey[0] when 0 then index.oid else relation.oid end -- 0: an expression
     and attribute.attnum = case catalog.indkey[0] when 0 then 1 else catalog.indkey[0] end
     and attribute.attcollation = catalog.indcollation[0]
    join pg_catalog.pg_opclass as class on class.oid = catalog.indclass[0]
    where relation.relkind in ('r', 'm') -- tables, partitions, materialized views
      and relation.reltuples >= 1 -- it was analyzed: without a histogram nobody looks for its ends
      and (relation.relpersistence = 'p' or relation.relpersistence = 'u' and not pg_is_in_recovery()) -- u: unlogged, empty on a standby
      and relation.oid >= 16384 -- the first OID of user objects
      and (relation.relkind <> 'm' or relation.relispopulated)
      and catalog.indisvalid
      and catalog.indpred is null
      and (class.opcdefault or class.opcname = 'varchar_ops')
      and has_schema_privilege(relation.relnamespace, 'usage')
      and case catalog.indkey[0]
              when 0 then has_table_privilege(relation.oid, 'select')
              else has_column_privilege(relation.oid, attribute.attname, 'select')
          end
      and not (relation.relrowsecurity and row_security_active(relation.oid))
      and (catalog.indkey[0] <> 0
           or not exists ( -- what somebody has written is not called, for it would run as whoever examines
               select
               from pg_catalog.pg_depend as need
               where need.classid = 'pg_catalog.pg_class'::regclass
                 and need.objid = index.oid
                 and need.refobjid >= 16384 -- the first OID of user objects
                 and need.refclassid <> 'pg_catalog.pg_class'::regclass))
      and relation.oid not in (select inlined.relation from inlined)
      and not exists (
          select
          from locked
          where locked.relation in (
              select relation.oid
              union all
              select other.indexrelid from pg_catalog.pg_index as other where other.indrelid = relation.oid))
    order by attribute.attrelid, attribute.attnum
), ranked as ( -- each table that is read stays locked until all are, and locks are few
    select subject.oid, subject.attname, subject.is_expression, subject.relation_name,
           dense_rank() over (order by subject.relpages desc, subject.table_oid) as rank
    from subject
), looked_up as ( -- concat() asks the type's own output function, no cast that somebody has made
    select ranked.oid,
           ranked.attname,
           query_to_xml(
               format(
                   'select encode(convert_to((select concat(%1$s) from only %2$s where %1$s is not null order by %1$s limit 1), ''UTF8''), ''hex'') as lowest,'
                       ' encode(convert_to((select concat(%1$s) from only %2$s where %1$s is not null order by %1$s desc limit 1), ''UTF8''), ''hex'') as highest',
                   case when ranked.is_expression then pg_get_indexdef(ranked.oid, 1, false) else quote_ident(ranked.attname) end,
                   ranked.relation_name),
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
