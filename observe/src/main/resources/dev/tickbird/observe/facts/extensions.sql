-- what:  the extensions of this database
-- needs: nothing
-- cost:  one row an extension; reads the control files
select extension.oid::bigint as oid,
       extension.extname as name,
       extension.extversion as version,
       schema.nspname as schema,
       pg_get_userbyid(extension.extowner) as owner,
       extension.extrelocatable as relocatable,
       available.default_version,
       case when available.default_version <> extension.extversion -- else many paths for nothing
            then exists (select
                         from pg_catalog.pg_extension_update_paths(extension.extname) as path
                         where path.source = extension.extversion
                           and path.target = available.default_version
                           and path.path is not null) -- null: no way there
            else false
       end as updatable
from pg_catalog.pg_extension as extension
join pg_catalog.pg_namespace as schema on schema.oid = extension.extnamespace
left join pg_catalog.pg_available_extensions() as available on available.name = extension.extname
order by extension.extname
