-- what:  who may do what: every grant, and what everybody may do by default
-- needs: nothing
-- cost:  one row a privilege; catalogs only
with object as (
    select case relation.relkind when 'S' then 'sequence' else 'table' end as kind,
           'pg_catalog.pg_class'::regclass::oid as catalog,
           relation.oid,
           schema.nspname as schema,
           relation.relname as name,
           null::text as arguments,
           null::name as column,
           relation.relowner as owner,
           relation.relacl as acl,
           initial.initprivs as initial -- what the system's own objects come with
    from pg_catalog.pg_class as relation
    join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
    left join pg_catalog.pg_init_privs as initial
           on initial.classoid = 'pg_catalog.pg_class'::regclass
          and initial.objoid = relation.oid
          and initial.objsubid = 0
          and initial.objoid < 16384 -- the first OID of user objects
    where relation.relacl is not null -- null: nobody but the owner
      and schema.nspname !~ '^pg_(temp|toast)'
      and schema.nspname <> 'information_schema' -- everybody may read it
    union all
    select 'column', 'pg_catalog.pg_class'::regclass::oid, relation.oid, schema.nspname, relation.relname, null, attribute.attname,
           relation.relowner, attribute.attacl, null::aclitem[]
    from pg_catalog.pg_attribute as attribute
    join pg_catalog.pg_class as relation on relation.oid = attribute.attrelid
    join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
    where attribute.attacl is not null
      and not attribute.attisdropped
      and relation.oid >= 16384
      and schema.nspname !~ '^pg_'
    union all
    select 'schema', 'pg_catalog.pg_namespace'::regclass::oid, schema.oid, null, schema.nspname, null, null,
           schema.nspowner, schema.nspacl, null::aclitem[]
    from pg_catalog.pg_namespace as schema
    where schema.nspname !~ '^pg_'
      and schema.nspname <> 'information_schema'
    union all
    select 'function', 'pg_catalog.pg_proc'::regclass::oid, function.oid, schema.nspname, function.proname, pg_get_function_identity_arguments(function.oid), null,
           function.proowner, coalesce(function.proacl, acldefault('f', function.proowner)), initial.initprivs
    from pg_catalog.pg_proc as function
    join pg_catalog.pg_namespace as schema on schema.oid = function.pronamespace
    left join pg_catalog.pg_init_privs as initial
           on initial.classoid = 'pg_catalog.pg_proc'::regclass
          and initial.objoid = function.oid
          and initial.objoid < 16384
    left join pg_catalog.pg_depend as made
           on made.classid = 'pg_catalog.pg_proc'::regclass
          and made.objid = function.oid
          and made.refclassid = 'pg_catalog.pg_type'::regclass
          and made.deptype = 'i' -- i: a range's constructor, made with its type
    where (function.oid >= 16384 or function.proacl is not null)
      and made.objid is null
    union all
    select 'type', 'pg_catalog.pg_type'::regclass::oid, type.oid, schema.nspname, type.typname, null, null,
           type.typowner, coalesce(type.typacl, acldefault('T', type.typowner)), null::aclitem[]
    from pg_catalog.pg_type as type
    join pg_catalog.pg_namespace as schema on schema.oid = type.typnamespace
    left join pg_catalog.pg_class as relation on relation.oid = type.typrelid
    where type.oid >= 16384
      and (type.typrelid = 0 or relation.relkind = 'c') -- others are row types of tables
      and not (type.typcategory = 'A' and type.typtype = 'b') -- arrays have the privileges of their elements, b: no domains
      and schema.nspname !~ '^pg_'
    union all
    select 'database', 'pg_catalog.pg_database'::regclass::oid, database.oid, null, database.datname, null, null,
           database.datdba, coalesce(database.datacl, acldefault('d', database.datdba)), null::aclitem[]
    from pg_catalog.pg_database as database
    union all
    select 'language', 'pg_catalog.pg_language'::regclass::oid, language.oid, null, language.lanname, null, null,
           language.lanowner, coalesce(language.lanacl, acldefault('l', language.lanowner)), null::aclitem[]
    from pg_catalog.pg_language as language
    where language.lanispl -- others are built in: internal, c, sql
    union all
    select 'foreign server', 'pg_catalog.pg_foreign_server'::regclass::oid, server.oid, null, server.srvname, null, null,
           server.srvowner, server.srvacl, null::aclitem[]
    from pg_catalog.pg_foreign_server as server
    union all
    select 'foreign data wrapper', 'pg_catalog.pg_foreign_data_wrapper'::regclass::oid, wrapper.oid, null, wrapper.fdwname, null, null,
           wrapper.fdwowner, wrapper.fdwacl, null::aclitem[]
    from pg_catalog.pg_foreign_data_wrapper as wrapper
    union all
    select 'tablespace', 'pg_catalog.pg_tablespace'::regclass::oid, space.oid, null, space.spcname, null, null,
           space.spcowner, space.spcacl, null::aclitem[]
    from pg_catalog.pg_tablespace as space
), entry as (
    select object.*, granted.item
    from object
    cross join lateral unnest(object.acl) as granted (item)
    where object.initial is null
       or not granted.item = any (object.initial)
), privilege as (
    select entry.kind, entry.catalog, entry.oid, entry.schema, entry.name, entry.arguments, entry.column, entry.owner,
           granted.grantee, granted.grantor, granted.privilege_type, granted.is_grantable
    from entry
    cross join lateral aclexplode(array[entry.item]) as granted
    union all
    select 'large object', 0, 0, null, count(*)::text, null, null, object.lomowner,
           granted.grantee, granted.grantor, granted.privilege_type, granted.is_grantable
    from pg_catalog.pg_largeobject_metadata as object
    cross join lateral aclexplode(object.lomacl) as granted
    group by object.lomowner, granted.grantee, granted.grantor, granted.privilege_type, granted.is_grantable
)
select privilege.kind,
       privilege.oid::bigint as oid,
       privilege.schema,
       privilege.name,
       privilege.arguments,
       privilege.column,
       pg_get_userbyid(privilege.owner) as owner,
       case when privilege.grantee = 0 then 'public' -- 0: everybody
            else pg_get_userbyid(privilege.grantee)::text end as grantee,
       pg_get_userbyid(privilege.grantor) as grantor,
       lower(privilege.privilege_type) as privilege,
       privilege.is_grantable as grantable,
       extension.extname as extension
from privilege
left join pg_catalog.pg_depend as membership
       on membership.classid = privilege.catalog
      and membership.objid = privilege.oid
      and membership.objsubid = 0
      and membership.refclassid = 'pg_catalog.pg_extension'::regclass
      and membership.deptype = 'e' -- e: owned by the extension
left join pg_catalog.pg_extension as extension on extension.oid = membership.refobjid
where privilege.grantee <> privilege.owner
order by privilege.kind, privilege.schema, privilege.name, privilege.oid, privilege.column, privilege.grantee,
         privilege.privilege_type, privilege.grantor, privilege.is_grantable
