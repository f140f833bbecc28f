-- To a pooler, and to everybody.
create role "Pool" login;
grant select on pg_shadow to "Pool";
grant select on pg_authid to public;
-- cure
revoke select on pg_shadow from "Pool";
revoke select on pg_authid from public;
