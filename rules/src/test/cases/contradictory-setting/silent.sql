-- Nobody has asked for the parallel workers that there is no room for; a limit that is off strikes nobody; what the role
-- that examines has for itself says nothing of the server.
-- settings: max_worker_processes=4, lock_timeout=5min, log_min_duration_statement=1s, log_min_duration_sample=100ms, min_wal_size=1GB, synchronous_commit=local
create role report login;
alter role report set statement_timeout = '1min';
do $$ begin execute format('alter database %I set statement_timeout = %L', current_database(), '1min'); end $$;
