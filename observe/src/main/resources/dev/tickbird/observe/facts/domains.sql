-- what:  domains
-- needs: nothing
-- cost:  one row a domain
select type.oid::bigint as oid,
       schema.nspname as schema,
       type.typname as name,
       pg_get_userbyid(type.typowner) as owner,
       format_type(type.typbasetype, type.typtypmod) as base_type,
       type.typnotnull as not_null,
       pg_get_expr(type.typdefaultbin, 0) as default_expression,
       case when type.typcollation <> base.typcollation
            then quote_ident(collation_schema.nspname) || '.' || quote_ident(own_collation.collname)
       end as collation,
       nullif(type.typarray, 0)::bigint as array,
       extension.extname as extension
from pg_catalog.pg_type as type
join pg_catalog.pg_namespace as schema on schema.oid = type.typnamespace
join pg_catalog.pg_type as base on base.oid = type.typbasetype
left join pg_catalog.pg_collation as own_collation on own_collation.oid = type.typcollation
left join pg_catalog.pg_namespace as collation_schema on collation_schema.oid = own_collation.collnamespace
left join pg_catalog.pg_depend as membership
       on membership.classid = 'pg_catalog.pg_type'::regclass
      and membership.objid = type.oid
      and membership.objsubid = 0
      and membership.refclassid = 'pg_catalog.pg_extension'::regclass
      and membership.deptype = 'e' -- e: owned by the extension
left join pg_catalog.pg_extension as extension on extension.oid = membership.refobjid
where type.typtype = 'd' -- d: domain
  and schema.nspname !~ '^pg_'
  and schema.nspname <> 'information_schema'
order by schema.nspname, type.typname
