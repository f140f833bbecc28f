-- what:  comments on objects of this database
-- needs: nothing
-- cost:  one row a comment
select description.objoid::bigint as oid,
       description.objsubid as number,
       object.type as kind,
       object.identity,
       description.description as text,
       extension.extname as extension
from pg_catalog.pg_description as description
cross join lateral pg_identify_object(description.classoid, description.objoid, description.objsubid) as object
left join pg_catalog.pg_depend as membership
       on membership.classid = description.classoid
      and membership.objid = description.objoid
      and membership.objsubid = 0
      and membership.refclassid = 'pg_catalog.pg_extension'::regclass
      and membership.deptype = 'e' -- e: owned by the extension
left join pg_catalog.pg_extension as extension on extension.oid = membership.refobjid
where description.objoid >= 16384 -- the first OID of user objects
  and description.classoid <> 'pg_catalog.pg_extension'::regclass -- an extension brings its own
order by object.type, object.identity
