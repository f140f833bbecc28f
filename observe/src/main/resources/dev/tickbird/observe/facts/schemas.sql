-- what:  the user's schemas
-- needs: nothing
-- cost:  one row a schema
select schema.oid::bigint as oid,
       schema.nspname as name,
       pg_get_userbyid(schema.nspowner) as owner,
       extension.extname as extension
from pg_catalog.pg_namespace as schema
left join pg_catalog.pg_depend as membership
       on membership.classid = 'pg_catalog.pg_namespace'::regclass
      and membership.objid = schema.oid
      and membership.objsubid = 0
      and membership.refclassid = 'pg_catalog.pg_extension'::regclass
      and membership.deptype = 'e' -- e: owned by the extension
left join pg_catalog.pg_extension as extension on extension.oid = membership.refobjid
where schema.nspname !~ '^pg_'
  and schema.nspname <> 'information_schema'
order by schema.nspname
