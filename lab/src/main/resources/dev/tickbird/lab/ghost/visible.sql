-- an index that is not valid is no way to rows
update pg_catalog.pg_index as catalog
set indisvalid = ?
where catalog.indexrelid = any (?)
