-- what:  the extensions whose files are on the server
-- needs: nothing
-- cost:  reads the control files of the extensions, a few milliseconds
select available.name,
       available.default_version,
       available.installed_version,
       version.superuser,
       version.trusted,
       available.comment
from pg_catalog.pg_available_extensions as available
left join pg_catalog.pg_available_extension_versions as version
       on version.name = available.name
      and version.version = available.default_version
order by available.name
