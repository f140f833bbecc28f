-- what:  the columns filled by a sequence whose values this role may not look up
-- needs: nothing
-- cost:  one row
with filling as materialized (
    select depend.objid as sequence, depend.refobjid as relation, depend.refobjsubid as number
    from pg_catalog.pg_depend as depend
    where depend.classid = 'pg_catalog.pg_class'::regclass
      and depend.objsubid = 0
      and depend.refclassid = 'pg_catalog.pg_class'::regclass
      and depend.refobjsubid > 0
      and depend.deptype = 'i' -- i: the identity of a column
    union
    select depend.refobjid, expression.adrelid, expression.adnum
    from pg_catalog.pg_sequence as catalog
    join pg_catalog.pg_depend as depend on depend.refobjid = catalog.seqrelid
    join pg_catalog.pg_attrdef as expression on expression.oid = depend.objid
    where depend.classid = 'pg_catalog.pg_attrdef'::regclass
      and depend.refclassid = 'pg_catalog.pg_class'::regclass
)
select count(distinct relation.oid) as hidden,
       'the values that sequences fill in ' || count(distinct relation.oid) || ' tables are hidden from role '
           || quote_ident(current_user) as reason,
       'Let ' || quote_ident(current_user) || ' read every row of every table and every sequence, if you trust it with that:'
           || ' grant pg_read_all_data to ' || quote_ident(current_user)
           || '; tables with row security also need bypassrls.' as hint
from filling
join pg_catalog.pg_sequence as catalog on catalog.seqrelid = filling.sequence
join pg_catalog.pg_class as sequence on sequence.oid = filling.sequence
join pg_catalog.pg_class as relation on relation.oid = filling.relation
join pg_catalog.pg_attribute as attribute on attribute.attrelid = filling.relation and attribute.attnum = filling.number
where relation.relkind in ('r', 'p') -- tables, partitioned tables
  and not relation.relispartition
  and relation.relpersistence <> 't' -- t: temporary, perhaps another session's
  and relation.oid >= 16384 -- the first OID of user objects
  and attribute.atttypid in (20, 21, 23) -- bigint, smallint, integer
  and not catalog.seqcycle
  and (not has_column_privilege(relation.oid, attribute.attname, 'select')
       or not has_table_privilege(sequence.oid, 'select')
       or not has_schema_privilege(relation.relnamespace, 'usage')
       or not has_schema_privilege(sequence.relnamespace, 'usage')
       or relation.relrowsecurity and row_security_active(relation.oid))
