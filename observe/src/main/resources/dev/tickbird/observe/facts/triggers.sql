-- what:  triggers, and those that enforce constraints if they do not fire as usual
-- needs: nothing
-- cost:  one row a trigger; conditions lock their table for a moment, unless somebody holds it exclusively
with key as (
    select trigger.oid,
           array_agg(attribute.attname::text order by entry.place) as columns
    from pg_catalog.pg_trigger as trigger
    cross join lateral unnest(trigger.tgattr) with ordinality as entry (number, place)
    join pg_catalog.pg_attribute as attribute
      on attribute.attrelid = trigger.tgrelid and attribute.attnum = entry.number
    group by trigger.oid
), locked as materialized ( -- their definitions would wait
    select lock.relation
    from pg_catalog.pg_locks as lock
    where lock.mode = 'AccessExclusiveLock'
      and lock.locktype = 'relation'
      and lock.database = (select database.oid from pg_catalog.pg_database as database where database.datname = current_database())
)
select trigger.oid::bigint as oid,
       trigger.tgname as name,
       trigger.tgrelid::bigint as relation,
       nullif(trigger.tgparentid, 0)::bigint as parent,
       trigger.tgfoid::bigint as function,
       case when function_schema.nspname = 'pg_catalog' then quote_ident(function.proname)
            else quote_ident(function_schema.nspname) || '.' || quote_ident(function.proname)
       end as function_name,
       case trigger.tgtype::int & 66 -- 2: before, 64: instead of
           when 2 then 'before'
           when 64 then 'instead of'
           else 'after'
       end as timing,
       array_remove(array[
           case when trigger.tgtype::int & 4 <> 0 then 'insert' end,
           case when trigger.tgtype::int & 16 <> 0 then 'update' end,
           case when trigger.tgtype::int & 8 <> 0 then 'delete' end,
           case when trigger.tgtype::int & 32 <> 0 then 'truncate' end], null) as events,
       coalesce(key.columns, '{}') as columns,
       trigger.tgtype::int & 1 <> 0 as for_each_row,
       trigger.tgqual is not null as conditional,
       case trigger.tgenabled
           when 'O' then 'origin'
           when 'R' then 'replica'
           when 'A' then 'always'
           when 'D' then 'disabled'
       end as firing,
       trigger.tgisinternal
           and (trigger.tgparentid = 0 or trigger.tgconstrrelid <> 0) as internal, -- 14 calls copies on partitions so, too
       nullif(trigger.tgconstraint, 0)::bigint as constraint,
       trigger.tgdeferrable as deferrable,
       trigger.tginitdeferred as initially_deferred,
       case when not (trigger.tgisinternal and (trigger.tgparentid = 0 or trigger.tgconstrrelid <> 0))
                 and (trigger.tgqual is null or trigger.tgrelid not in (select locked.relation from locked))
            then pg_get_triggerdef(trigger.oid)
       end as definition
from pg_catalog.pg_trigger as trigger
join pg_catalog.pg_class as relation on relation.oid = trigger.tgrelid
join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
join pg_catalog.pg_proc as function on function.oid = trigger.tgfoid
join pg_catalog.pg_namespace as function_schema on function_schema.oid = function.pronamespace
left join key on key.oid = trigger.oid
where schema.nspname !~ '^pg_'
  and schema.nspname <> 'information_schema'
  and not (trigger.tgisinternal -- what enforces a constraint, and is told by it
           and (trigger.tgparentid = 0 or trigger.tgconstrrelid <> 0)
           and trigger.tgenabled = 'O') -- O: as usual
order by schema.nspname, relation.relname, trigger.tgname
