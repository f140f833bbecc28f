-- what:  everything that holds rows: ordinary, partitioned and foreign tables, materialized views
-- needs: nothing
-- cost:  one row a table; catalogs only, no file is touched, no table is locked
select relation.oid::bigint as oid,
       schema.nspname as schema,
       relation.relname as name,
       case relation.relkind
           when 'r' then 'ordinary'
           when 'p' then 'partitioned'
           when 'f' then 'foreign'
           when 'm' then 'materialized view'
       end as kind,
       case relation.relpersistence
           when 'p' then 'permanent'
           when 'u' then 'unlogged'
           when 't' then 'temporary'
       end as persistence,
       pg_get_userbyid(relation.relowner) as owner,
       heritage.inhparent::bigint as parent,
       relation.relispartition as partition,
       relation.relrowsecurity as row_security,
       relation.relforcerowsecurity as forced_row_security,
       case relation.relreplident
           when 'd' then 'default'
           when 'n' then 'nothing'
           when 'f' then 'full'
           when 'i' then 'index'
       end as replica_identity,
       relation.reltuples::bigint as rows,
       relation.relpages::bigint as pages,
       relation.relallvisible::bigint as all_visible_pages,
       case when relation.relfrozenxid <> '0' -- 0: no rows of its own
            then greatest(age(relation.relfrozenxid), age(nullif(toast.relfrozenxid, '0')))::bigint
       end as frozen_age,
       case when relation.relminmxid <> '0'
            then greatest(mxid_age(relation.relminmxid), mxid_age(nullif(toast.relminmxid, '0')))::bigint
       end as multixact_age,
       toast.oid::bigint as toast,
       method.amname as access_method,
       space.spcname as tablespace,
       coalesce(relation.reloptions, '{}') as options,
       coalesce(toast.reloptions, '{}') as toast_options,
       relation.relnatts::int as last_column,
       case when relation.reloftype <> 0 then format_type(relation.reloftype, null) end as of_type, -- 0: columns of its own
       coalesce(has_table_privilege(relation.oid, 'select'), false) as readable, -- null: dropped since; the rest of the snapshot still knows it
       extension.extname as extension
from pg_catalog.pg_class as relation
join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
left join pg_catalog.pg_inherits as heritage
       on heritage.inhrelid = relation.oid
      and heritage.inhseqno = 1 -- the first parent, should an inheriting table have several
left join pg_catalog.pg_class as toast on toast.oid = relation.reltoastrelid
left join pg_catalog.pg_am as method on method.oid = relation.relam
left join pg_catalog.pg_tablespace as space on space.oid = relation.reltablespace
left join pg_catalog.pg_depend as membership
       on membership.classid = 'pg_catalog.pg_class'::regclass
      and membership.objid = relation.oid
      and membership.objsubid = 0
      and membership.refclassid = 'pg_catalog.pg_extension'::regclass
      and membership.deptype = 'e' -- e: owned by the extension
left join pg_catalog.pg_extension as extension on extension.oid = membership.refobjid
where relation.relkind in ('r', 'p', 'f', 'm')
  and schema.nspname !~ '^pg_' -- system, TOAST and temporary schemas
  and schema.nspname <> 'information_schema'
order by schema.nspname, relation.relname
