-- what:  operator families of the user's, and those of PostgreSQL's to which the user added
-- needs: nothing
-- cost:  one row a family
with part as ( -- what belongs to a family and to no class of it
    select operator.amopfamily as owner,
           operator.amopopr as member,
           1 as place,
           operator.amopstrategy as number,
           'operator ' || operator.amopstrategy || ' ' || operator.amopopr::regoperator
               || case when operator.amopsortfamily <> 0
                       then ' for order by ' || quote_ident(sorting_schema.nspname) || '.' || quote_ident(sorting.opfname)
                       else '' end as text
    from pg_catalog.pg_amop as operator
    left join pg_catalog.pg_opfamily as sorting on sorting.oid = operator.amopsortfamily
    left join pg_catalog.pg_namespace as sorting_schema on sorting_schema.oid = sorting.opfnamespace
    where operator.oid >= 16384 -- the first OID of user objects
      and not exists (
          select
          from pg_catalog.pg_depend as depend
          where depend.classid = 'pg_catalog.pg_amop'::regclass
            and depend.objid = operator.oid
            and depend.refclassid = 'pg_catalog.pg_opclass'::regclass)
    union all
    select function.amprocfamily,
           function.amproc,
           2,
           function.amprocnum,
           'function ' || function.amprocnum
               || ' (' || format_type(function.amproclefttype, null) || ', ' || format_type(function.amprocrighttype, null)
               || ') ' || function.amproc::oid::regprocedure
    from pg_catalog.pg_amproc as function
    where function.oid >= 16384
      and not exists (
          select
          from pg_catalog.pg_depend as depend
          where depend.classid = 'pg_catalog.pg_amproc'::regclass
            and depend.objid = function.oid
            and depend.refclassid = 'pg_catalog.pg_opclass'::regclass)
), parts as (
    select part.owner,
           string_agg(part.text, ', ' order by part.place, part.number, part.text) as list,
           string_agg(part.text, ', ' order by part.place, part.number, part.text)
               filter (where not exists (
                   select
                   from pg_catalog.pg_depend as depend
                   where depend.objid = part.member
                     and depend.classid in ('pg_catalog.pg_operator'::regclass, 'pg_catalog.pg_proc'::regclass)
                     and depend.deptype = 'e')) as added -- e: owned by an extension
    from part
    group by part.owner
)
select family.oid::bigint as oid,
       schema.nspname as schema,
       family.opfname as name,
       pg_get_userbyid(family.opfowner) as owner,
       method.amname as method,
       case when schema.nspname = 'pg_catalog'
            then 'alter operator family ' || quote_ident(schema.nspname) || '.' || quote_ident(family.opfname)
                || ' using ' || quote_ident(method.amname) || ' add ' || parts.added
            else 'create operator family ' || quote_ident(schema.nspname) || '.' || quote_ident(family.opfname)
                || ' using ' || quote_ident(method.amname)
                || coalesce('; alter operator family ' || quote_ident(schema.nspname) || '.' || quote_ident(family.opfname)
                    || ' using ' || quote_ident(method.amname) || ' add ' || parts.list, '')
       end as definition,
       extension.extname as extension
from pg_catalog.pg_opfamily as family
join pg_catalog.pg_namespace as schema on schema.oid = family.opfnamespace
join pg_catalog.pg_am as method on method.oid = family.opfmethod
left join parts on parts.owner = family.oid
left join pg_catalog.pg_depend as membership
       on membership.classid = 'pg_catalog.pg_opfamily'::regclass
      and membership.objid = family.oid
      and membership.objsubid = 0
      and membership.refclassid = 'pg_catalog.pg_extension'::regclass
      and membership.deptype = 'e' -- e: owned by the extension
left join pg_catalog.pg_extension as extension on extension.oid = membership.refobjid
where schema.nspname !~ '^pg_'
  and schema.nspname <> 'information_schema'
   or schema.nspname = 'pg_catalog'
  and parts.added is not null
order by schema.nspname, family.opfname, method.amname
