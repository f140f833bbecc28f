-- what:  the analyzed tables that this role cannot read, or not without row security: their statistics are hidden
-- needs: nothing
-- cost:  one row
select count(*) as hidden,
       'the column statistics of ' || count(*) || ' tables are hidden from role ' || quote_ident(current_user)
           || ', for it cannot read every row of them' as reason,
       'Let ' || quote_ident(current_user) || ' read every row of every table, if you trust it with that:'
           || ' grant pg_read_all_data to ' || quote_ident(current_user)
           || '; tables with row security also need bypassrls.' as hint
from pg_catalog.pg_class as relation
join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
where relation.relkind in ('r', 'p', 'm', 'f')
  and relation.reltuples >= 0 -- -1: never analyzed
  and schema.nspname !~ '^pg_'
  and schema.nspname <> 'information_schema'
  and (not has_table_privilege(relation.oid, 'select')
       and not has_any_column_privilege(relation.oid, 'select')
       or relation.relrowsecurity and row_security_active(relation.oid))
