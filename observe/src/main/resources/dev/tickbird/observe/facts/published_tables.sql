-- what:  the tables whose changes each publication sends, partitions included
-- needs: nothing
-- cost:  catalogs only, no table is locked
with recursive published as (
    select member.prpubid as publication, member.prrelid as relation, 'named' as how, 1 as rank, '{}'::text[] as columns,
           null::text as row_filter
    from pg_catalog.pg_publication_rel as member
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
