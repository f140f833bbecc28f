-- what:  casts of the user's
-- needs: nothing
-- cost:  one row a cast
select conversion.oid::bigint as oid,
       format_type(conversion.castsource, null) as source,
       format_type(conversion.casttarget, null) as target,
       case conversion.castmethod
           when 'f' then 'function'
           when 'i' then 'inout'
           when 'b' then 'binary'
       end as method,
       nullif(conversion.castfunc, 0)::regprocedure::text as function,
       case conversion.castcontext
           when 'e' then 'explicit'
           when 'a' then 'assignment'
           when 'i' then 'implicit'
       end as context,
       extension.extname as extension
from pg_catalog.pg_cast as conversion
left join pg_catalog.pg_depend as membership
       on membership.classid = 'pg_catalog.pg_cast'::regclass
      and membership.objid = conversion.oid
      and membership.objsubid = 0
      and membership.refclassid = 'pg_catalog.pg_extension'::regclass
      and membership.deptype = 'e' -- e: owned by the extension
left join pg_catalog.pg_extension as extension on extension.oid = membership.refobjid
left join pg_catalog.pg_depend as made
       on made.classid = 'pg_catalog.pg_cast'::regclass
      and made.objid = conversion.oid
      and made.refclassid = 'pg_catalog.pg_type'::regclass
      and made.deptype = 'i' -- i: from a range to its multirange, made with the type
where made.objid is null
  and conversion.oid >= 16384 -- the first OID of user objects
order by source, target, conversion.oid
