-- what:  the tables whose changes each publication sends, partitions included
-- needs: nothing
-- cost:  catalogs only; leaves out tables with a row filter that somebody holds exclusively
with recursive published as (
    select member.prpubid as publication, member.prrelid as relation, 'named' as how, 1 as rank,
           array(select attribute.attname::text
                 from unnest(member.prattrs) with ordinality as entry (number, place)
                 join pg_catalog.pg_attribute as attribute
                   on attribute.attrelid = member.prrelid and attribute.attnum = entry.number
                 order by entry.place) as columns,
           pg_get_expr(member.prqual, member.prrelid) as row_filter
    from pg_catalog.pg_publication_rel as member
    where member.prqual is null -- a row filter locks its table for a moment
       or member.prrelid not in (
           select lock.relation
           from pg_catalog.pg_locks as lock
           where lock.mode = 'AccessExclusiveLock' and lock.relation is not null)
    union all
    select member.pnpubid, relation.oid, 'schema', 2, '{}', null
    from pg_catalog.pg_publication_namespace as member
    join pg_catalog.pg_class as relation
      on relation.relnamespace = member.pnnspid
     and relation.relkind in ('r', 'p')
     and relation.relpersistence = 'p' -- temporary and unlogged tables have no WAL
    union all
    select publication.oid, relation.oid, 'all tables', 3, '{}', null
    from pg_catalog.pg_publication as publication
    join pg_catalog.pg_class as relation
      on relation.relkind in ('r', 'p')
     and relation.relpersistence = 'p' -- temporary and unlogged tables have no WAL
     and relation.oid >= 16384 -- the first OID of user objects
    where publication.puballtables
), tree as (
    select published.publication, published.relation, published.how, published.rank, published.columns,
           published.row_filter
    from published
    union all
    select tree.publication, heritage.inhrelid, 'partition', 4, tree.columns, tree.row_filter
    from tree
    join pg_catalog.pg_inherits as heritage on heritage.inhparent = tree.relation
    join pg_catalog.pg_class as partition on partition.oid = heritage.inhrelid and partition.relispartition
    where tree.how <> 'all tables' -- its partitions are there already
)
select distinct on (publication.pubname, tree.relation)
       publication.pubname as publication,
       tree.relation::bigint as relation,
       tree.how,
       tree.columns,
       tree.row_filter
from tree
join pg_catalog.pg_publication as publication on publication.oid = tree.publication
order by publication.pubname, tree.relation, tree.rank, tree.columns
