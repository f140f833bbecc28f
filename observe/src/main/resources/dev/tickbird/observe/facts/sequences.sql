-- what:  sequences with their last values
-- needs: select or usage on a sequence for its last value
-- cost:  one row, one page and one lock a sequence, unless somebody holds it exclusively; at most a tenth of the lock table
-- pieces: each in a transaction of its own, for it keeps the locks; set local tickbird.after = 'oid' begins behind that one
with locked as materialized ( -- they would wait
    select lock.relation
    from pg_catalog.pg_locks as lock
    where lock.mode = 'AccessExclusiveLock'
      and lock.locktype = 'relation'
      and lock.database = (select database.oid from pg_catalog.pg_database as database where database.datname = current_database())
), piece as materialized (
    select sequence.seqrelid, sequence.seqtypid, sequence.seqstart, sequence.seqmin, sequence.seqmax,
           sequence.seqincrement, sequence.seqcycle, sequence.seqcache,
           schema.nspname, relation.relname, relation.relowner, relation.relpersistence
    from pg_catalog.pg_sequence as sequence
    join pg_catalog.pg_class as relation on relation.oid = sequence.seqrelid
    join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
    where sequence.seqrelid > coalesce(nullif(current_setting('tickbird.after', true), ''), '0')::oid
      and schema.nspname !~ '^pg_'
      and schema.nspname <> 'information_schema'
    order by sequence.seqrelid
    limit current_setting('max_locks_per_transaction')::bigint * current_setting('max_connections')::bigint / 10
)
select piece.seqrelid::bigint as oid,
       piece.nspname as schema,
       piece.relname as name,
       pg_get_userbyid(piece.relowner) as owner,
       case piece.relpersistence
           when 'p' then 'permanent'
           when 'u' then 'unlogged'
           when 't' then 'temporary'
       end as persistence,
       format_type(piece.seqtypid, null) as type,
       piece.seqstart as start,
       piece.seqmin as minimum,
       piece.seqmax as maximum,
       piece.seqincrement as increment,
       piece.seqcycle as cycles,
       piece.seqcache as cache,
       case when allowed.readable
                 and not (piece.relpersistence = 'u' and pg_is_in_recovery()) -- has no file on a standby
                 and piece.seqrelid not in (select locked.relation from locked)
            then pg_sequence_last_value(piece.seqrelid)
       end as last_value,
       allowed.readable,
       owned.refobjid::bigint as relation,
       owned.refobjsubid as column,
       coalesce(owned.deptype = 'i', false) as identity,
       extension.extname as extension
from piece
cross join lateral (select has_sequence_privilege(piece.seqrelid, 'select, usage') as readable offset 0) as allowed
left join pg_catalog.pg_depend as owned
       on owned.classid = 'pg_catalog.pg_class'::regclass
      and owned.objid = piece.seqrelid
      and owned.objsubid = 0
      and owned.refclassid = 'pg_catalog.pg_class'::regclass
      and owned.refobjsubid > 0
      and owned.deptype in ('a', 'i') -- a: owned by a column, i: the identity of one
left join pg_catalog.pg_depend as membership
       on membership.classid = 'pg_catalog.pg_class'::regclass
      and membership.objid = piece.seqrelid
      and membership.objsubid = 0
      and membership.refclassid = 'pg_catalog.pg_extension'::regclass
      and membership.deptype = 'e' -- e: owned by the extension
left join pg_catalog.pg_extension as extension on extension.oid = membership.refobjid
order by piece.seqrelid
