-- what:  who belongs to which role
-- needs: nothing
-- cost:  one row a membership and grantor
select role.rolname as role,
       member.rolname as member,
       grantor.rolname as grantor,
       membership.admin_option as admin,
       membership.inherit_option as inherits,
       membership.set_option as sets
from pg_catalog.pg_auth_members as membership
join pg_catalog.pg_roles as role on role.oid = membership.roleid
join pg_catalog.pg_roles as member on member.oid = membership.member
left join pg_catalog.pg_roles as grantor on grantor.oid = membership.grantor
order by role.rolname, member.rolname, grantor.rolname
