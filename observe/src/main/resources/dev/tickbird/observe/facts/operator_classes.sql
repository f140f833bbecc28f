-- what:  operator classes of the user's
-- needs: nothing
-- cost:  one row a class
with part as ( -- what belongs to a class
    select depend.refobjid as owner,
           1 as place,
           operator.amopstrategy as number,
           'operator ' || operator.amopstrategy || ' ' || operator.amopopr::regoperator
               || case when operator.amopsortfamily <> 0
                       then ' for order by ' || quote_ident(sorting_schema.nspname) || '.' || quote_ident(sorting.opfname)
                       else '' end as text
    from pg_catalog.pg_depend as depend
    join pg_catalog.pg_amop as operator on operator.oid = depend.objid
    left join pg_catalog.pg_opfamily as sorting on sorting.oid = operator.amopsortfamily
    left join pg_catalog.pg_namespace as sorting_schema on sorting_schema.oid = sorting.opfnamespace
    where depend.classid = 'pg_catalog.pg_amop'::regclass
      and depend.refclassid = 'pg_catalog.pg_opclass'::regclass
    union all
    select depend.refobjid,
           2,
           function.amprocnum,
           'function ' || function.amprocnum
               || ' (' || format_type(function.amproclefttype, null) || ', ' || format_type(function.amprocrighttype, null)
               || ') ' || function.amproc::oid::regprocedure
    from pg_catalog.pg_depend as depend
    join pg_catalog.pg_amproc as function on function.oid = depend.objid
    where depend.classid = 'pg_catalog.pg_amproc'::regclass
      and depend.refclassid = 'pg_catalog.pg_opclass'::regclass
), parts as (
    select part.owner,
           string_agg(part.text, ', ' order by part.place, part.number, part.text) as list
    from part
    group by part.owner
)
select class.oid::bigint as oid,
       schema.nspname as schema,
       class.opcname as name,
       pg_get_userbyid(class.opcowner) as owner,
       method.amname as method,
       class.opcfamily::bigint as family,
       format_type(class.opcintype, null) as type,
       class.opcdefault as usual,
       'create operator class ' || quote_ident(schema.nspname) || '.' || quote_ident(class.opcname)
           || case when class.opcdefault then ' default' else '' end
           || ' for type ' || format_type(class.opcintype, null)
           || ' using ' || quote_ident(method.amname)
           || ' family ' || quote_ident(family_schema.nspname) || '.' || quote_ident(family.opfname)
           || ' as ' || concat_ws(', ',
               'storage ' || format_type(
                   case when class.opckeytype <> 0 then class.opckeytype
                        when parts.list is null then class.opcintype end, null), -- a class must not be empty
               parts.list) as definition,
       extension.extname as extension
from pg_catalog.pg_opclass as class
join pg_catalog.pg_namespace as schema on schema.oid = class.opcnamespace
join pg_catalog.pg_am as method on method.oid = class.opcmethod
join pg_catalog.pg_opfamily as family on family.oid = class.opcfamily
join pg_catalog.pg_namespace as family_schema on family_schema.oid = family.opfnamespace
left join parts on parts.owner = class.oid
left join pg_catalog.pg_depend as membership
       on membership.classid = 'pg_catalog.pg_opclass'::regclass
      and membership.objid = class.oid
      and membership.objsubid = 0
      and membership.refclassid = 'pg_catalog.pg_extension'::regclass
      and membership.deptype = 'e' -- e: owned by the extension
left join pg_catalog.pg_extension as extension on extension.oid = membership.refobjid
where schema.nspname !~ '^pg_'
  and schema.nspname <> 'information_schema'
order by schema.nspname, class.opcname, method.amname
