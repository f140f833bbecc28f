-- what:  the databases whose size this role may not ask for
-- needs: nothing
-- cost:  one row
select count(*) as hidden,
       'the size of ' || count(*) || ' databases is hidden from role ' || quote_ident(current_user) as reason,
       'Let ' || quote_ident(current_user) || ' see them: grant pg_read_all_stats to ' || quote_ident(current_user) || '.' as hint
from pg_catalog.pg_database as database
where not has_database_privilege(database.oid, 'connect')
  and not pg_has_role('pg_read_all_stats', 'usage')
