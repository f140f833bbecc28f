-- what:  how far the changes of other servers have been replayed here
-- needs: execute on function pg_show_replication_origin_status(), or superuser
-- cost:  one row an origin
select origin.local_id::bigint as id,
       origin.external_id as name,
       origin.remote_lsn::text as remote_position,
       origin.local_lsn::text as local_position
from pg_catalog.pg_show_replication_origin_status() as origin
order by origin.local_id
