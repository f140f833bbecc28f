-- what:  the temporary files that sorts, hashes and the like have on disk now, by process
-- needs: pg_monitor
-- cost:  looks at every temporary file
select (regexp_match(file.name, '^pgsql_tmp(\d+)\.'))[1]::int as pid,
       count(*) as files,
       sum(file.size)::bigint as bytes
from pg_catalog.pg_tablespace as space
cross join lateral pg_ls_tmpdir(space.oid) as file
where space.spcname <> 'pg_global' -- the function would answer for pg_default
  and file.name ~ '^pgsql_tmp\d+\.'
group by pid
order by pid
