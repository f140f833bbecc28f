-- what:  what names a column and so keeps its type from being changed: views, rules, policies, triggers and others
-- needs: nothing
-- cost:  one row a column and dependant; reads all dependencies on columns
with named as not materialized ( -- few of them are needed
    select relation.oid, relation.relkind, quote_ident(schema.nspname) || '.' || quote_ident(relation.relname) as name
    from pg_catalog.pg_class as relation
    join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
), dependant as (
    select rule.tableoid as class, rule.oid,
           case when rule.ev_type <> '1' then 'rule' -- 1: select, a view's query
                when owner.relkind = 'm' then 'materialized view'
                else 'view'
           end as kind,
           case when rule.ev_type = '1' then owner.name
                else quote_ident(rule.rulename) || ' on ' || owner.name
           end as name,
           0 as own
    from pg_catalog.pg_rewrite as rule
    join named as owner on owner.oid = rule.ev_class
    union all
    select policy.tableoid, policy.oid, 'policy', quote_ident(policy.polname) || ' on ' || owner.name, 0
    from pg_catalog.pg_policy as policy
    join named as owner on owner.oid = policy.polrelid
    union all
    select trigger.tableoid, trigger.oid, 'trigger', quote_ident(trigger.tgname) || ' on ' || owner.name, 0
    from pg_catalog.pg_trigger as trigger
    join named as owner on owner.oid = trigger.tgrelid
    where not trigger.tgisinternal
    union all
    select member.tableoid, member.oid, 'publication', quote_ident(publication.pubname), 0
    from pg_catalog.pg_publication_rel as member
    join pg_catalog.pg_publication as publication on publication.oid = member.prpubid
    union all
    select function.tableoid, function.oid, 'function', quote_ident(schema.nspname) || '.' || quote_ident(function.proname), 0
    from pg_catalog.pg_proc as function
    join pg_catalog.pg_namespace as schema on schema.oid = function.pronamespace
    union all
    select filling.tableoid, filling.oid, 'generated column', quote_ident(attribute.attname) || ' of ' || owner.name,
           filling.adnum
    from pg_catalog.pg_attrdef as filling
    join pg_catalog.pg_attribute as attribute
      on attribute.attrelid = filling.adrelid and attribute.attnum = filling.adnum and attribute.attgenerated <> ''
    join named as owner on owner.oid = filling.adrelid
), dependency as (
    select depend.refobjid as relation, depend.refobjsubid as number, dependant.kind, dependant.name
    from pg_catalog.pg_depend as depend
    join dependant on dependant.class = depend.classid and dependant.oid = depend.objid
    where depend.refclassid = 'pg_catalog.pg_class'::regclass
      and depend.classid not in ('pg_catalog.pg_class'::regclass, 'pg_catalog.pg_constraint'::regclass) -- most, and of no kind above
      and depend.refobjsubid > 0
      and depend.refobjsubid <> dependant.own -- an expression belongs to the column that it generates
    union
    select depend.refobjid, depend.refobjsubid, 'generated column', quote_ident(attribute.attname) || ' of ' || owner.name
    from pg_catalog.pg_depend as depend
    join pg_catalog.pg_attribute as attribute
      on attribute.attrelid = depend.objid and attribute.attnum = depend.objsubid and attribute.attgenerated <> ''
    join named as owner on owner.oid = depend.objid
    where depend.classid = 'pg_catalog.pg_class'::regclass -- before 15 the column depends, not its expression
      and depend.refclassid = 'pg_catalog.pg_class'::regclass
      and depend.objid = depend.refobjid
      and depend.refobjsubid > 0
)
select dependency.relation::bigint as relation,
       attribute.attname as column,
       dependency.kind,
       dependency.name
from dependency
join pg_catalog.pg_attribute as attribute
  on attribute.attrelid = dependency.relation and attribute.attnum = dependency.number
join pg_catalog.pg_class as relation on relation.oid = dependency.relation and relation.relkind in ('r', 'p', 'f')
join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
where schema.nspname !~ '^pg_'
  and schema.nspname <> 'information_schema'
order by dependency.relation, attribute.attname, dependency.kind, dependency.name
