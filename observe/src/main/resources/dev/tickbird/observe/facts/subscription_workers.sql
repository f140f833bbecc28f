-- what:  the processes that apply changes of the subscriptions of this database
-- needs: nothing
-- cost:  one row a process
select worker.subid::bigint as subscription,
       worker.subname as name,
       worker.pid,
       worker.relid::bigint as relation,
       pg_wal_lsn_diff(worker.received_lsn, worker.latest_end_lsn)::bigint as lag_bytes,
       worker.last_msg_send_time as last_message_sent_at,
       worker.last_msg_receipt_time as last_message_at,
       worker.latest_end_time as last_report_at
from pg_catalog.pg_stat_subscription as worker
join pg_catalog.pg_subscription as subscription on subscription.oid = worker.subid
where worker.pid is not null -- null: no process runs
  and subscription.subdbid = (
      select database.oid from pg_catalog.pg_database as database where database.datname = current_database())
order by worker.subid, worker.pid
