-- what:  enums, composite types, ranges, multiranges and base types of the user's
-- needs: nothing
-- cost:  one row a type
with label as (
    select enum.enumtypid,
           array_agg(enum.enumlabel::text order by enum.enumsortorder) as labels,
           string_agg(quote_literal(enum.enumlabel), ', ' order by enum.enumsortorder) as list
    from pg_catalog.pg_enum as enum
    group by enum.enumtypid
), attribute as (
    select attribute.attrelid,
           string_agg(
               quote_ident(attribute.attname) || ' ' || format_type(attribute.atttypid, attribute.atttypmod)
                   || case when attribute.attcollation <> type.typcollation
                           then ' collate ' || attribute.attcollation::regcollation
                           else '' end,
               ', ' order by attribute.attnum) as list
    from pg_catalog.pg_attribute as attribute
    join pg_catalog.pg_class as relation on relation.oid = attribute.attrelid
    join pg_catalog.pg_type as type on type.oid = attribute.atttypid
    where relation.relkind = 'c' -- c: composite type
      and attribute.attnum > 0
      and not attribute.attisdropped
    group by attribute.attrelid
), range as (
    select range.rngtypid,
           range.rngmultitypid,
           format_type(range.rngsubtype, null) as subtype,
           concat_ws(', ',
               'subtype = ' || format_type(range.rngsubtype, null),
               'subtype_opclass = ' || quote_ident(class_schema.nspname) || '.' || quote_ident(class.opcname),
               case when range.rngcollation <> subtype.typcollation
                    then 'collation = ' || range.rngcollation::regcollation end,
               'canonical = ' || nullif(range.rngcanonical::oid, 0)::regproc,
               'subtype_diff = ' || nullif(range.rngsubdiff::oid, 0)::regproc,
               'multirange_type_name = ' || format_type(range.rngmultitypid, null)) as list
    from pg_catalog.pg_range as range
    join pg_catalog.pg_type as subtype on subtype.oid = range.rngsubtype
    join pg_catalog.pg_opclass as class on class.oid = range.rngsubopc
    join pg_catalog.pg_namespace as class_schema on class_schema.oid = class.opcnamespace
)
select type.oid::bigint as oid,
       schema.nspname as schema,
       type.typname as name,
       case when not type.typisdefined then 'shell'
            else case type.typtype
                     when 'b' then 'base'
                     when 'c' then 'composite'
                     when 'e' then 'enum'
                     when 'r' then 'range'
                     when 'm' then 'multirange'
                 end
       end as kind,
       pg_get_userbyid(type.typowner) as owner,
       coalesce(label.labels, '{}') as labels,
       range.subtype,
       nullif(type.typarray, 0)::bigint as array,
       'create type ' || quote_ident(schema.nspname) || '.' || quote_ident(type.typname)
           || case when not type.typisdefined then ''
                   else case type.typtype
                            when 'c' then ' as (' || coalesce(attribute.list, '') || ')'
                            when 'e' then ' as enum (' || coalesce(label.list, '') || ')'
                            when 'r' then ' as range (' || range.list || ')'
                            when 'b' then ' (' || concat_ws(', ',
                                'input = ' || type.typinput,
                                'output = ' || type.typoutput,
                                'receive = ' || nullif(type.typreceive::oid, 0)::regproc,
                                'send = ' || nullif(type.typsend::oid, 0)::regproc,
                                'typmod_in = ' || nullif(type.typmodin::oid, 0)::regproc,
                                'typmod_out = ' || nullif(type.typmodout::oid, 0)::regproc,
                                'analyze = ' || nullif(type.typanalyze::oid, 0)::regproc,
                                'subscript = ' || nullif(type.typsubscript::oid, 0)::regproc,
                                'internallength = ' || case when type.typlen > 0 then type.typlen::text else 'variable' end,
                                case when type.typbyval then 'passedbyvalue' end,
                                'alignment = ' || case type.typalign
                                                      when 'c' then 'char' when 's' then 'int2'
                                                      when 'd' then 'double' else 'int4' end,
                                'storage = ' || case type.typstorage
                                                    when 'e' then 'external' when 'm' then 'main'
                                                    when 'x' then 'extended' else 'plain' end,
                                'category = ' || quote_literal(type.typcategory::text),
                                case when type.typispreferred then 'preferred = true' end,
                                'default = ' || quote_literal(type.typdefault),
                                'element = ' || format_type(nullif(type.typelem, 0), null),
                                'delimiter = ' || quote_literal(type.typdelim::text),
                                case when type.typcollation <> 0 then 'collatable = true' end) || ')'
                        end
              end as definition,
       extension.extname as extension
from pg_catalog.pg_type as type
join pg_catalog.pg_namespace as schema on schema.oid = type.typnamespace
left join pg_catalog.pg_class as relation on relation.oid = type.typrelid
left join pg_catalog.pg_type as element on element.typarray = type.oid
left join label on label.enumtypid = type.oid
left join attribute on attribute.attrelid = type.typrelid
left join range on type.oid in (range.rngtypid, range.rngmultitypid)
left join pg_catalog.pg_depend as membership
       on membership.classid = 'pg_catalog.pg_type'::regclass
      and membership.objid = type.oid
      and membership.objsubid = 0
      and membership.refclassid = 'pg_catalog.pg_extension'::regclass
      and membership.deptype = 'e' -- e: owned by the extension
left join pg_catalog.pg_extension as extension on extension.oid = membership.refobjid
where (type.typtype in ('b', 'c', 'e', 'r', 'm') or not type.typisdefined)
  and (type.typrelid = 0 or relation.relkind = 'c') -- others are row types of tables
  and element.oid is null -- array types
  and schema.nspname !~ '^pg_'
  and schema.nspname <> 'information_schema'
order by schema.nspname, type.typname
