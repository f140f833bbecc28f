-- what:  the sequences whose last value this role is not shown
-- needs: nothing
-- cost:  one row
select count(*) as hidden,
       'the last values of ' || count(*) || ' sequences are hidden from role ' || quote_ident(current_user) as reason,
       'Let ' || quote_ident(current_user) || ' see sequences: grant usage on schema '
           || string_agg(distinct quote_ident(schema.nspname), ', ') || ' to ' || quote_ident(current_user)
           || '; grant select on all sequences in schema ' || string_agg(distinct quote_ident(schema.nspname), ', ')
           || ' to ' || quote_ident(current_user) || '.' as hint
from pg_catalog.pg_sequence as sequence
join pg_catalog.pg_class as relation on relation.oid = sequence.seqrelid
join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
where schema.nspname !~ '^pg_'
  and schema.nspname <> 'information_schema'
  and not has_sequence_privilege(sequence.seqrelid, 'select, usage')
