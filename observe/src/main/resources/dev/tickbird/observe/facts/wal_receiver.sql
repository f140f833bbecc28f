-- what:  the process by which this standby receives WAL; how it connects is not read
-- needs: pg_read_all_stats
-- cost:  one row on a standby that streams, else none
select receiver.pid,
       receiver.status,
       coalesce(receiver.received_tli, receiver.receive_start_tli) as timeline,
       pg_wal_lsn_diff(receiver.flushed_lsn, pg_last_wal_replay_lsn())::bigint as replay_lag_bytes,
       receiver.last_msg_send_time as last_message_sent_at,
       receiver.last_msg_receipt_time as last_message_at,
       receiver.latest_end_time as last_report_at,
       receiver.slot_name as slot,
       receiver.sender_host,
       receiver.sender_port
from pg_catalog.pg_stat_wal_receiver as receiver
where receiver.status is not null -- null: hidden
order by receiver.pid
