-- what:  the indexes whose first page this role may not read
-- needs: nothing
-- cost:  one row
select count(*) as hidden,
       'the first pages of ' || count(*) || ' indexes are hidden from role ' || quote_ident(current_user)
           || ': heights of B-trees and counters of GIN indexes are estimated' as reason,
       'Let ' || quote_ident(current_user) || ' see them: grant execute on function pg_read_binary_file(text, bigint, bigint, boolean) to '
           || quote_ident(current_user) || '.' as hint
from pg_catalog.pg_class as relation
join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
join pg_catalog.pg_am as method on method.oid = relation.relam
where relation.relkind = 'i' -- i: an index that has a file
  and method.amname in ('btree', 'gin', 'brin')
  and (relation.relpersistence = 'p' or relation.relpersistence = 'u' and not pg_is_in_recovery()) -- u: unlogged, empty on a standby
  and relation.oid >= 16384 -- the first OID of user objects
  and schema.nspname !~ '^pg_'
  and not has_function_privilege('pg_catalog.pg_read_binary_file(text,bigint,bigint,boolean)', 'execute')
