-- what:  text search dictionaries of the user's
-- needs: nothing
-- cost:  one row a dictionary
select dictionary.oid::bigint as oid,
       schema.nspname as schema,
       dictionary.dictname as name,
       pg_get_userbyid(dictionary.dictowner) as owner,
       case when template_schema.nspname = 'pg_catalog' then quote_ident(template.tmplname)
            else quote_ident(template_schema.nspname) || '.' || quote_ident(template.tmplname)
       end as template,
       dictionary.dictinitoption as options,
       extension.extname as extension
from pg_catalog.pg_ts_dict as dictionary
join pg_catalog.pg_namespace as schema on schema.oid = dictionary.dictnamespace
join pg_catalog.pg_ts_template as template on template.oid = dictionary.dicttemplate
join pg_catalog.pg_namespace as template_schema on template_schema.oid = template.tmplnamespace
left join pg_catalog.pg_depend as membership
       on membership.classid = 'pg_catalog.pg_ts_dict'::regclass
      and membership.objid = dictionary.oid
      and membership.objsubid = 0
      and membership.refclassid = 'pg_catalog.pg_extension'::regclass
      and membership.deptype = 'e' -- e: owned by the extension
left join pg_catalog.pg_extension as extension on extension.oid = membership.refobjid
where schema.nspname !~ '^pg_'
  and schema.nspname <> 'information_schema'
order by schema.nspname, dictionary.dictname
