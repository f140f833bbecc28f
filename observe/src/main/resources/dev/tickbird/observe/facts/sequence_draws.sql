-- what:  the columns whose defaults draw from a sequence
-- needs: nothing
-- cost:  one row a column; looks up the dependencies of each sequence
select filling.adrelid::bigint as relation,
       filling.adnum::int as number,
       sequence.seqrelid::bigint as sequence
from pg_catalog.pg_sequence as sequence
join pg_catalog.pg_depend as depend
  on depend.refclassid = 'pg_catalog.pg_class'::regclass
 and depend.refobjid = sequence.seqrelid
 and depend.classid = 'pg_catalog.pg_attrdef'::regclass
join pg_catalog.pg_attrdef as filling on filling.oid = depend.objid
join pg_catalog.pg_class as relation on relation.oid = filling.adrelid
join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
where schema.nspname !~ '^pg_'
  and schema.nspname <> 'information_schema'
order by filling.adrelid, filling.adnum, sequence.seqrelid
