-- what:  collations of the user's and those that something of the user's depends on
-- needs: nothing
-- cost:  one row a collation; asks the library for its version
with used as (
    select distinct depend.refobjid as sorting
    from pg_catalog.pg_depend as depend
    where depend.refclassid = 'pg_catalog.pg_collation'::regclass
      and depend.deptype <> 'p' -- p: pinned, until 14; nothing of the user's
)
select sorting.oid::bigint as oid,
       schema.nspname as schema,
       sorting.collname as name,
       pg_get_userbyid(sorting.collowner) as owner,
       sorting.oid < 16384 as built_in, -- 16384: the first OID of user objects
       case sorting.collprovider
           when 'b' then 'builtin'
           when 'c' then 'libc'
           when 'd' then 'default'
           when 'i' then 'icu'
       end as provider,
       sorting.collisdeterministic as deterministic,
       sorting.collcollate as collate,
       sorting.collctype as character_type,
       sorting.colliculocale as locale,
       null::text as rules,
       sorting.collversion as recorded_version,
       pg_collation_actual_version(sorting.oid) as actual_version,
       extension.extname as extension
from pg_catalog.pg_collation as sorting
join pg_catalog.pg_namespace as schema on schema.oid = sorting.collnamespace
left join pg_catalog.pg_depend as membership
       on membership.classid = 'pg_catalog.pg_collation'::regclass
      and membership.objid = sorting.oid
      and membership.objsubid = 0
      and membership.refclassid = 'pg_catalog.pg_extension'::regclass
      and membership.deptype = 'e' -- e: owned by the extension
left join pg_catalog.pg_extension as extension on extension.oid = membership.refobjid
where sorting.oid >= 16384
   or sorting.oid in (select used.sorting from used)
order by schema.nspname, sorting.collname, sorting.collencoding
