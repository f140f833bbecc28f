-- what:  the publications of this database
-- needs: nothing
-- cost:  one row a publication
select publication.oid::bigint as oid,
       publication.pubname as name,
       pg_get_userbyid(publication.pubowner) as owner,
       publication.puballtables as all_tables,
       publication.pubinsert as inserts,
       publication.pubupdate as updates,
       publication.pubdelete as deletes,
       publication.pubtruncate as truncates,
       publication.pubviaroot as via_root,
       null::text as generated_columns
from pg_catalog.pg_publication as publication
order by publication.pubname
