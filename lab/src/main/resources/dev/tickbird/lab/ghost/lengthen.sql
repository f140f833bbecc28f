-- the table has its own file again, and what building the index counted is forgotten
update pg_catalog.pg_class as relation
set relfilenode = shape.filenode,
    relpages = shape.pages,
    reltuples = shape.rows,
    relallvisible = shape.all_visible
from pg_temp.shape as shape
where relation.oid = shape.oid
