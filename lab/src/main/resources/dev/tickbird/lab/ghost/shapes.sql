-- from its commit on, pg_class names the new files
update pg_catalog.pg_class as relation
set relfilenode = case when shape.filenode = 0 then relation.relfilenode else shape.filenode end,
    relpages = shape.pages,
    reltuples = shape.rows,
    relallvisible = shape.all_visible
from pg_temp.shape as shape
where relation.oid = shape.oid;
