-- what:  the tablespaces whose size this role may not ask for
-- needs: nothing
-- cost:  one row
select count(*) as hidden,
       'the size of ' || count(*) || ' tablespaces is hidden from role ' || quote_ident(current_user) as reason,
       'Let ' || quote_ident(current_user) || ' see them: grant pg_read_all_stats to ' || quote_ident(current_user) || '.' as hint
from pg_catalog.pg_tablespace as space
where not pg_has_role('pg_read_all_stats', 'usage')
  and not has_tablespace_privilege(space.oid, 'create')
  and space.oid <> (select database.dattablespace
                    from pg_catalog.pg_database as database
                    where database.datname = current_database())
