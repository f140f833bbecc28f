-- what:  the files in pg_wal
-- needs: pg_monitor
-- cost:  looks at every file in pg_wal
select count(*) as files,
       coalesce(sum(file.size), 0)::bigint as bytes,
       min(file.modification) as oldest
from pg_catalog.pg_ls_waldir() as file -- one row
where file.name ~ '^[0-9A-F]{24}$' -- the others are histories and backup labels
