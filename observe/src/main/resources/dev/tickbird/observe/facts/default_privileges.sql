-- what:  what roles will grant on objects they create
-- needs: nothing
-- cost:  one row a privilege
select pg_get_userbyid(entry.defaclrole) as role,
       schema.nspname as schema,
       case entry.defaclobjtype
           when 'r' then 'table'
           when 'S' then 'sequence'
           when 'f' then 'function'
           when 'T' then 'type'
           when 'n' then 'schema'
           when 'L' then 'large object'
       end as kind,
       case when granted.grantee = 0 then 'public' -- 0: everybody
            else pg_get_userbyid(granted.grantee)::text end as grantee,
       lower(granted.privilege_type) as privilege,
       granted.is_grantable as grantable
from pg_catalog.pg_default_acl as entry
cross join lateral aclexplode(entry.defaclacl) as granted
left join pg_catalog.pg_namespace as schema on schema.oid = entry.defaclnamespace -- none: everywhere
order by role, schema.nspname, kind, granted.grantee, granted.privilege_type, granted.is_grantable
