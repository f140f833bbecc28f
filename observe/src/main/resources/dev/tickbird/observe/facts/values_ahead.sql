-- what:  values that a column holds and its sequence has yet to give, where an index tells them, of the 500 largest tables
-- needs: select on the column and the sequence
-- cost:  one page and one index lookup a sequence that fills a column, and one more where there are such values
with locked as materialized ( -- they would wait
    select lock.relation
    from pg_catalog.pg_locks as lock
    where lock.mode = 'AccessExclusiveLock'
      and lock.locktype = 'relation'
      and lock.database = (select database.oid from pg_catalog.pg_database as database where database.datname = current_database())
), computed as materialized ( -- whoever plans over these may run what somebody has written
    select catalog.indrelid as relation
    from pg_catalog.pg_depend as need
    join pg_catalog.pg_index as catalog on catalog.indexrelid = need.objid
    where need.classid = 'pg_catalog.pg_class'::regclass
      and need.refclassid = 'pg_catalog.pg_proc'::regclass
      and need.refobjid >= 16384 -- the first OID of user objects
    union
    select object.stxrelid
    from pg_catalog.pg_depend as need
    join pg_catalog.pg_statistic_ext as object on object.oid = need.objid
    where need.classid = 'pg_catalog.pg_statistic_ext'::regclass
      and need.refclassid = 'pg_catalog.pg_proc'::regclass
      and need.refobjid >= 16384 -- the first OID of user objects
), filling as materialized (
    select depend.objid as sequence, depend.refobjid as relation, depend.refobjsubid as number
    from pg_catalog.pg_depend as depend
    where depend.classid = 'pg_catalog.pg_class'::regclass
      and depend.objsubid = 0
      and depend.refclassid = 'pg_catalog.pg_class'::regclass
      and depend.refobjsubid > 0
      and depend.deptype = 'i' -- i: the identity of a column
    union
    select depend.refobjid, expression.adrelid, expression.adnum
    from pg_catalog.pg_sequence as catalog
    join pg_catalog.pg_depend as depend on depend.refobjid = catalog.seqrelid
    join pg_catalog.pg_attrdef as expression on expression.oid = depend.objid
    where depend.classid = 'pg_catalog.pg_attrdef'::regclass
      and depend.refclassid = 'pg_catalog.pg_class'::regclass
), largest as materialized (
    select filling.sequence, filling.relation, filling.number,
           greatest(relation.relpages, pg_stat_get_tuples_inserted(relation.oid) / 100) as size
    from filling
    join pg_catalog.pg_class as relation on relation.oid = filling.relation
    where relation.relkind in ('r', 'p') -- tables, partitioned tables
      and not relation.relispartition -- told with the whole
      and relation.relpersistence <> 't' -- t: temporary, perhaps another session's
      and (relation.relpersistence = 'p' or not pg_is_in_recovery()) -- p: permanent; unlogged ones are empty on a standby
      and relation.oid >= 16384 -- the first OID of user objects
    order by size desc nulls last, filling.relation, filling.number
    limit 1000
), subject as (
    select largest.sequence,
           largest.relation,
           largest.number,
           largest.size,
           attribute.attname,
           catalog.seqincrement,
           catalog.seqmin,
           catalog.seqmax,
           format('%I.%I', sequence_schema.nspname, sequence.relname) as sequence_name,
           format('%s %I.%I', case relation.relkind when 'r' then 'only' else '' end, schema.nspname, relation.relname) as rows,
           1 + (select count(*) from pg_catalog.pg_inherits as below where below.inhparent = relation.oid and relation.relkind = 'p') as parts
    from largest
    join pg_catalog.pg_sequence as catalog on catalog.seqrelid = largest.sequence
    join pg_catalog.pg_class as sequence on sequence.oid = largest.sequence
    join pg_catalog.pg_namespace as sequence_schema on sequence_schema.oid = sequence.relnamespace
    join pg_catalog.pg_class as relation on relation.oid = largest.relation
    join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
    join pg_catalog.pg_attribute as attribute on attribute.attrelid = largest.relation and attribute.attnum = largest.number
    where attribute.atttypid in (20, 21, 23) -- bigint, smallint, integer
      and (sequence.relpersistence = 'p' or not pg_is_in_recovery())
      and not catalog.seqcycle -- one that begins again comes to its old values
      and has_schema_privilege(relation.relnamespace, 'usage')
      and has_schema_privilege(sequence.relnamespace, 'usage')
      and has_column_privilege(relation.oid, attribute.attname, 'select')
      and has_table_privilege(sequence.oid, 'select')
      and not (relation.relrowsecurity and row_security_active(relation.oid))
      and relation.oid not in (select computed.relation from computed)
      and sequence.oid not in (select locked.relation from locked)
      and not exists (
          select
          from locked
          where locked.relation in (
              select relation.oid
              union all
              select other.indexrelid from pg_catalog.pg_index as other where other.indrelid = relation.oid
              union all
              select below.inhrelid from pg_catalog.pg_inherits as below where below.inhparent = relation.oid))
      and exists ( -- an index that begins with the column
          select
          from pg_catalog.pg_index as other
          join pg_catalog.pg_class as index on index.oid = other.indexrelid
          join pg_catalog.pg_am as method on method.oid = index.relam and method.amname = 'btree'
          where other.indrelid = relation.oid
            and other.indkey[0] = largest.number
            and other.indisvalid
            and other.indpred is null)
), ranked as ( -- what is read stays locked until all is, and locks are few
    select subject.*,
           sum(subject.parts) over (order by subject.size desc nulls last, subject.relation, subject.number) as rank
    from subject
    where subject.parts <= 100
), asked as (
    select ranked.*,
           query_to_xml(
               format(
                   'select next.value as next, (select %1$I from %2$s where %1$I %3$s next.value order by %1$I %4$s limit 1) as nearest'
                       ' from %5$s as sequence'
                       ' cross join lateral (select case'
                       ' when not sequence.is_called then sequence.last_value'
                       ' when sequence.last_value::numeric + %6$L::bigint between %7$L::bigint and %8$L::bigint'
                       ' then sequence.last_value + %6$L::bigint end as value) as next',
                   ranked.attname,
                   ranked.rows,
                   case when ranked.seqincrement > 0 then '>=' else '<=' end,
                   case when ranked.seqincrement > 0 then 'asc' else 'desc' end,
                   ranked.sequence_name,
                   ranked.seqincrement,
                   ranked.seqmin,
                   ranked.seqmax),
               false, true, '')::text as answer
    from ranked
    where ranked.rank <= 500
), ahead as materialized (
    select asked.*,
           substring(asked.answer from '<next>([0-9-]+)</next>')::bigint as next,
           substring(asked.answer from '<nearest>([0-9-]+)</nearest>')::bigint as nearest
    from asked
    where asked.answer like '%<nearest>%'
), found as (
    select ahead.*,
           query_to_xml(
               format(
                   'select %1$I as furthest from %2$s where %1$I is not null order by %1$I %3$s limit 1',
                   ahead.attname,
                   ahead.rows,
                   case when ahead.seqincrement > 0 then 'desc' else 'asc' end),
               false, true, '')::text as answer_of_furthest
    from ahead
)
select found.relation::bigint as relation,
       found.number::int as number,
       found.sequence::bigint as sequence,
       found.next,
       found.nearest,
       substring(found.answer_of_furthest from '<furthest>([0-9-]+)</furthest>')::bigint as furthest
from found
order by found.relation, found.number, found.sequence
