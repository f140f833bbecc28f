-- what:  the tables in whose indexes this role may not look up the lowest and the highest values
-- needs: nothing
-- cost:  one row
select count(distinct relation.oid) as hidden,
       'the lowest and highest values of ' || count(distinct relation.oid) || ' tables are hidden from role '
           || quote_ident(current_user) || ', for it cannot read every row of them' as reason,
       'Let ' || quote_ident(current_user) || ' read every row of every table, if you trust it with that:'
           || ' grant pg_read_all_data to ' || quote_ident(current_user)
           || '; tables with row security also need bypassrls.' as hint
from pg_catalog.pg_index as catalog
join pg_catalog.pg_class as index on index.oid = catalog.indexrelid
join pg_catalog.pg_am as method on method.oid = index.relam and method.amname = 'btree'
join pg_catalog.pg_class as relation on relation.oid = catalog.indrelid
join pg_catalog.pg_attribute as attribute
  on attribute.attrelid = relation.oid
 and attribute.attnum = catalog.indkey[0]
 and attribute.attnum > 0 -- an expression has none
where relation.relkind in ('r', 'm') -- tables, partitions, materialized views
  and relation.reltuples >= 1
  and relation.oid >= 16384 -- the first OID of user objects
  and (not has_column_privilege(relation.oid, attribute.attname, 'select')
       or not has_schema_privilege(relation.relnamespace, 'usage')
       or relation.relrowsecurity and row_security_active(relation.oid))
