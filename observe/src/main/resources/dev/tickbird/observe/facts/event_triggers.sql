-- what:  event triggers
-- needs: nothing
-- cost:  one row an event trigger
select trigger.oid::bigint as oid,
       trigger.evtname as name,
       pg_get_userbyid(trigger.evtowner) as owner,
       trigger.evtevent as event,
       trigger.evtfoid::bigint as function,
       quote_ident(function_schema.nspname) || '.' || quote_ident(function.proname) as function_name,
       case trigger.evtenabled
           when 'O' then 'origin'
           when 'R' then 'replica'
           when 'A' then 'always'
           when 'D' then 'disabled'
       end as firing,
       coalesce(trigger.evttags, '{}') as tags,
       extension.extname as extension
from pg_catalog.pg_event_trigger as trigger
join pg_catalog.pg_proc as function on function.oid = trigger.evtfoid
join pg_catalog.pg_namespace as function_schema on function_schema.oid = function.pronamespace
left join pg_catalog.pg_depend as membership
       on membership.classid = 'pg_catalog.pg_event_trigger'::regclass
      and membership.objid = trigger.oid
      and membership.objsubid = 0
      and membership.refclassid = 'pg_catalog.pg_extension'::regclass
      and membership.deptype = 'e' -- e: owned by the extension
left join pg_catalog.pg_extension as extension on extension.oid = membership.refobjid
order by trigger.evtname
