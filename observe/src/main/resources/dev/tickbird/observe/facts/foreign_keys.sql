-- what:  foreign keys, with the columns on both sides
-- needs: nothing
-- cost:  one row a foreign key
select fk.oid::bigint as oid,
       fk.conname as name,
       fk.conrelid::bigint as relation,
       (select array_agg(attribute.attname::text order by key.place)
        from unnest(fk.conkey) with ordinality as key (number, place)
        join pg_catalog.pg_attribute as attribute
          on attribute.attrelid = fk.conrelid and attribute.attnum = key.number) as columns,
       fk.confrelid::bigint as referenced,
       (select array_agg(attribute.attname::text order by key.place)
        from unnest(fk.confkey) with ordinality as key (number, place)
        join pg_catalog.pg_attribute as attribute
          on attribute.attrelid = fk.confrelid and attribute.attnum = key.number) as referenced_columns,
       fk.conindid::bigint as index,
       nullif(fk.conparentid, 0)::bigint as parent,
       case fk.confupdtype
           when 'a' then 'no action' when 'r' then 'restrict' when 'c' then 'cascade'
           when 'n' then 'set null' when 'd' then 'set default'
       end as on_update,
       case fk.confdeltype
           when 'a' then 'no action' when 'r' then 'restrict' when 'c' then 'cascade'
           when 'n' then 'set null' when 'd' then 'set default'
       end as on_delete,
       case fk.confmatchtype when 'f' then 'full' else 'simple' end as match,
       fk.condeferrable as deferrable,
       fk.convalidated as validated,
       true as enforced,
       pg_get_constraintdef(fk.oid) as definition
from pg_catalog.pg_constraint as fk
join pg_catalog.pg_class as relation on relation.oid = fk.conrelid
join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
where fk.contype = 'f' -- f: foreign key
  and schema.nspname !~ '^pg_'
  and schema.nspname <> 'information_schema'
order by schema.nspname, relation.relname, fk.conname
