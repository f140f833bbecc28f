-- what:  the sequences whose last value this role is not shown
-- needs: nothing
-- cost:  one row
select count(*) as hidden,
       'the last values of ' || count(*) || ' sequences are hidden from role ' || quote_ident(current_user) as reason,
       'Grant the view: grant pg_read_all_data to ' || quote_ident(current_user) || '.' as hint
from pg_catalog.pg_sequence as sequence
join pg_catalog.pg_class as relation on relation.oid = sequence.seqrelid
join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
where schema.nspname !~ '^pg_'
  and schema.nspname <> 'information_schema'
  and not has_sequence_privilege(sequence.seqrelid, 'select, usage')
