-- what:  the user mappings whose options this role is not shown
-- needs: nothing
-- cost:  one row
select count(*) as hidden,
       'the options of ' || count(*) || ' user mappings are hidden from role ' || quote_ident(current_user) as reason,
       'Run as the owner of the foreign servers or as a superuser.' as hint
from pg_catalog.pg_user_mappings as mapping
join pg_catalog.pg_foreign_server as server on server.oid = mapping.srvid
where not (mapping.umuser <> 0 and pg_get_userbyid(mapping.umuser) = current_user
           and (pg_has_role(server.srvowner, 'usage') or has_server_privilege(server.oid, 'usage')))
  and not (mapping.umuser = 0 and pg_has_role(server.srvowner, 'usage'))
  and not current_setting('is_superuser')::bool
