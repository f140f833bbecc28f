-- Values that another setting, or the lack of a standby, makes void.
-- settings: statement_timeout=60s, lock_timeout=5min, max_parallel_workers=16, min_wal_size=2GB, synchronous_commit=remote_apply, log_min_duration_statement=500ms, log_min_duration_sample=1s
create table booking (id int primary key);
-- cure
alter system set lock_timeout = '10s';
alter system set max_parallel_workers = 8;
alter system set min_wal_size = '80MB';
alter system set synchronous_commit = on;
alter system set log_min_duration_sample = '100ms';
select pg_reload_conf();
select pg_sleep(0.3);
