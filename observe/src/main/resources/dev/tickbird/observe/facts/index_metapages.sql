-- what:  what B-tree, GIN and BRIN indexes say about themselves on their first page
-- needs: superuser, or execute on pg_read_binary_file(text, bigint, bigint, boolean)
-- cost:  one page an index; an index that is locked exclusively is left out
with locked as materialized (
    select lock.relation
    from pg_catalog.pg_locks as lock
    where lock.mode = 'AccessExclusiveLock'
      and lock.locktype = 'relation'
      and lock.database = (select database.oid from pg_catalog.pg_database as database where database.datname = current_database())
), subject as (
    select relation.oid,
           catalog.indrelid,
           method.amname,
           format('%I.%I', schema.nspname, relation.relname) as name
    from pg_catalog.pg_class as relation
    join pg_catalog.pg_index as catalog on catalog.indexrelid = relation.oid
    join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
    join pg_catalog.pg_am as method on method.oid = relation.relam
    where relation.relkind = 'i' -- i: an index that has a file
      and method.amname in ('btree', 'gin', 'brin')
      and (relation.relpersistence = 'p' or relation.relpersistence = 'u' and not pg_is_in_recovery()) -- u: unlogged, empty on a standby
      and relation.oid >= 16384 -- the first OID of user objects
      and schema.nspname !~ '^pg_'
      and relation.oid not in (select locked.relation from locked)
), reader as ( -- who may read a page: the extension sees what is in memory, too
    select case
               when superuser.setting = 'on' and extension.nspname is not null
               then format(
                   'select string_agg(subject.oid || '':'' || encode(substring(%I.get_raw_page(subject.name, 0) from 25 for 56), ''hex''), '','') as pages',
                   extension.nspname)
               when has_function_privilege('pg_catalog.pg_read_binary_file(text,bigint,bigint,boolean)', 'execute')
               then 'select string_agg(subject.oid || '':'' || encode(pg_read_binary_file(pg_relation_filepath(subject.oid), 24, 56, true), ''hex''), '','') as pages'
           end as question
    from (select current_setting('is_superuser') as setting) as superuser
    left join (
        select schema.nspname
        from pg_catalog.pg_extension as extension
        join pg_catalog.pg_namespace as schema on schema.oid = extension.extnamespace
        where extension.extname = 'pageinspect'
    ) as extension on true
), answer as (
    select query_to_xml(
               format(
                   '%s from unnest(%L::oid[], %L::text[]) as subject (oid, name) where pg_relation_size(subject.oid) > 0',
                   reader.question, known.oids, known.names),
               false, true, '')::text as pages
    from reader
    cross join (select array_agg(subject.oid) as oids, array_agg(subject.name) as names from subject) as known
    where reader.question is not null
      and known.oids is not null
), page as (
    select split_part(entry, ':', 1)::oid as oid,
           split_part(entry, ':', 2) as content
    from answer
    cross join lateral string_to_table(substring(answer.pages from '<pages>(.*)</pages>'), ',') as entry
), word as ( -- numbers of four bytes, the lowest byte first
    select page.oid,
           array_agg(
               ('x' || substr(page.content, place * 8 + 7, 2) || substr(page.content, place * 8 + 5, 2)
                    || substr(page.content, place * 8 + 3, 2) || substr(page.content, place * 8 + 1, 2))::bit(32)::bigint
               order by place) as at
    from page
    cross join generate_series(0, 13) as place
    where length(page.content) = 112
    group by page.oid
)
select subject.oid::bigint as index,
       subject.indrelid::bigint as relation,
       case when subject.amname = 'btree' then word.at[6]::int end as height, -- btm_fastlevel
       case when subject.amname = 'btree' then word.at[4]::int end as level, -- btm_level
       case when subject.amname = 'gin' then word.at[4] end as pending_pages,
       case when subject.amname = 'gin' then word.at[7] end as total_pages,
       case when subject.amname = 'gin' then word.at[8] end as entry_pages,
       case when subject.amname = 'gin' then word.at[9] end as data_pages,
       case when subject.amname = 'gin' then word.at[12] * 4294967296 + word.at[11] end as entries,
       case when subject.amname = 'brin' then word.at[3] end as pages_per_range,
       case when subject.amname = 'brin' then word.at[4] end as last_revmap_page
from word
join subject on subject.oid = word.oid
where case subject.amname
          when 'btree' then word.at[1] = 340322 -- BTREE_MAGIC
          when 'brin' then word.at[1] = 2819661050 -- BRIN_META_MAGIC
          else word.at[13] between 1 and 2 -- GIN's version
      end
order by subject.oid
