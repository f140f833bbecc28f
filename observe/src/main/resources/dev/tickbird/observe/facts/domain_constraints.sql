-- what:  the checks of domains
-- needs: nothing
-- cost:  one row a check
select catalog.oid::bigint as oid,
       catalog.contypid::bigint as domain,
       catalog.conname as name,
       catalog.convalidated as validated,
       pg_get_constraintdef(catalog.oid) as definition,
       extension.extname as extension
from pg_catalog.pg_constraint as catalog
join pg_catalog.pg_type as type on type.oid = catalog.contypid
join pg_catalog.pg_namespace as schema on schema.oid = type.typnamespace
left join pg_catalog.pg_depend as membership
       on membership.classid = 'pg_catalog.pg_type'::regclass
      and membership.objid = type.oid
      and membership.objsubid = 0
      and membership.refclassid = 'pg_catalog.pg_extension'::regclass
      and membership.deptype = 'e' -- e: owned by the extension
left join pg_catalog.pg_extension as extension on extension.oid = membership.refobjid
where catalog.contype = 'c' -- c: check; not null is the domain's own
  and schema.nspname !~ '^pg_'
  and schema.nspname <> 'information_schema'
order by schema.nspname, type.typname, catalog.conname
