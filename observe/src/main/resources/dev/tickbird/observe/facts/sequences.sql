-- what:  sequences with their last values
-- needs: select or usage on a sequence for its last value
-- cost:  one row and one page a sequence; one that somebody holds exclusively is not asked for its last value
with locked as ( -- their definitions would wait
    select lock.relation
    from pg_catalog.pg_locks as lock
    where lock.mode = 'AccessExclusiveLock'
      and lock.locktype = 'relation'
      and lock.database = (select database.oid from pg_catalog.pg_database as database where database.datname = current_database())
)
select relation.oid::bigint as oid,
       schema.nspname as schema,
       relation.relname as name,
       pg_get_userbyid(relation.relowner) as owner,
       case relation.relpersistence
           when 'p' then 'permanent'
           when 'u' then 'unlogged'
           when 't' then 'temporary'
       end as persistence,
       format_type(sequence.seqtypid, null) as type,
       sequence.seqstart as start,
       sequence.seqmin as minimum,
       sequence.seqmax as maximum,
       sequence.seqincrement as increment,
       sequence.seqcycle as cycles,
       sequence.seqcache as cache,
       case when allowed.readable
                 and not (relation.relpersistence = 'u' and pg_is_in_recovery()) -- has no file on a standby
                 and relation.oid not in (select locked.relation from locked)
            then pg_sequence_last_value(relation.oid)
       end as last_value,
       allowed.readable,
       owned.refobjid::bigint as relation,
       owned.refobjsubid as column,
       coalesce(owned.deptype = 'i', false) as identity,
       extension.extname as extension
from pg_catalog.pg_sequence as sequence
join pg_catalog.pg_class as relation on relation.oid = sequence.seqrelid
join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
cross join lateral (select has_sequence_privilege(sequence.seqrelid, 'select, usage') as readable offset 0) as allowed
left join pg_catalog.pg_depend as owned
       on owned.classid = 'pg_catalog.pg_class'::regclass
      and owned.objid = sequence.seqrelid
      and owned.objsubid = 0
      and owned.refclassid = 'pg_catalog.pg_class'::regclass
      and owned.refobjsubid > 0
      and owned.deptype in ('a', 'i') -- a: owned by a column, i: the identity of one
left join pg_catalog.pg_depend as membership
       on membership.classid = 'pg_catalog.pg_class'::regclass
      and membership.objid = relation.oid
      and membership.objsubid = 0
      and membership.refclassid = 'pg_catalog.pg_extension'::regclass
      and membership.deptype = 'e' -- e: owned by the extension
left join pg_catalog.pg_extension as extension on extension.oid = membership.refobjid
where schema.nspname !~ '^pg_'
  and schema.nspname <> 'information_schema'
order by schema.nspname, relation.relname
