-- what:  access methods, text search parsers and templates, conversions and transforms of the user's
-- needs: nothing
-- cost:  one row an object
with object as (
    select 'pg_catalog.pg_am'::regclass as catalog,
           method.oid,
           'access method' as kind,
           quote_ident(method.amname) as identity,
           null::oid as owner,
           'create access method ' || quote_ident(method.amname)
               || ' type ' || case method.amtype when 'i' then 'index' else 'table' end
               || ' handler ' || method.amhandler::text as definition
    from pg_catalog.pg_am as method
    union all
    select 'pg_catalog.pg_ts_parser'::regclass,
           parser.oid,
           'text search parser',
           quote_ident(schema.nspname) || '.' || quote_ident(parser.prsname),
           null,
           'create text search parser ' || quote_ident(schema.nspname) || '.' || quote_ident(parser.prsname)
               || ' (start = ' || parser.prsstart::text || ', gettoken = ' || parser.prstoken::text
               || ', end = ' || parser.prsend::text || ', lextypes = ' || parser.prslextype::text
               || case when parser.prsheadline::oid <> 0 then ', headline = ' || parser.prsheadline::text else '' end
               || ')'
    from pg_catalog.pg_ts_parser as parser
    join pg_catalog.pg_namespace as schema on schema.oid = parser.prsnamespace
    union all
    select 'pg_catalog.pg_ts_template'::regclass,
           template.oid,
           'text search template',
           quote_ident(schema.nspname) || '.' || quote_ident(template.tmplname),
           null,
           'create text search template ' || quote_ident(schema.nspname) || '.' || quote_ident(template.tmplname)
               || ' (lexize = ' || template.tmpllexize::text
               || case when template.tmplinit::oid <> 0 then ', init = ' || template.tmplinit::text else '' end
               || ')'
    from pg_catalog.pg_ts_template as template
    join pg_catalog.pg_namespace as schema on schema.oid = template.tmplnamespace
    union all
    select 'pg_catalog.pg_conversion'::regclass,
           conversion.oid,
           'conversion',
           quote_ident(schema.nspname) || '.' || quote_ident(conversion.conname),
           conversion.conowner,
           'create ' || case when conversion.condefault then 'default ' else '' end || 'conversion '
               || quote_ident(schema.nspname) || '.' || quote_ident(conversion.conname)
               || ' for ' || quote_literal(pg_encoding_to_char(conversion.conforencoding))
               || ' to ' || quote_literal(pg_encoding_to_char(conversion.contoencoding))
               || ' from ' || conversion.conproc::text
    from pg_catalog.pg_conversion as conversion
    join pg_catalog.pg_namespace as schema on schema.oid = conversion.connamespace
    union all
    select 'pg_catalog.pg_transform'::regclass,
           transform.oid,
           'transform',
           'for ' || format_type(transform.trftype, null) || ' language ' || quote_ident(language.lanname),
           null,
           'create transform for ' || format_type(transform.trftype, null) || ' language ' || quote_ident(language.lanname)
               || ' (' || concat_ws(
                   ', ',
                   'from sql with function ' || nullif(transform.trffromsql::oid, 0)::regprocedure::text,
                   'to sql with function ' || nullif(transform.trftosql::oid, 0)::regprocedure::text)
               || ')'
    from pg_catalog.pg_transform as transform
    join pg_catalog.pg_language as language on language.oid = transform.trflang
)
select object.oid::bigint as oid,
       object.kind,
       object.identity,
       pg_get_userbyid(object.owner) as owner, -- null: its kind has none
       object.definition,
       extension.extname as extension
from object
left join pg_catalog.pg_depend as membership
       on membership.classid = object.catalog
      and membership.objid = object.oid
      and membership.objsubid = 0
      and membership.refclassid = 'pg_catalog.pg_extension'::regclass
      and membership.deptype = 'e' -- e: owned by the extension
left join pg_catalog.pg_extension as extension on extension.oid = membership.refobjid
where object.oid >= 16384 -- the first OID of user objects
order by object.kind, object.identity
