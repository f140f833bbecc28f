-- Set for the server, for the database and for all roles; roles that cannot log in, superusers and replication need none.
-- server: own
-- settings: idle_in_transaction_session_timeout=5min
create role shop login;
create role people;
create role boss login superuser;
create role standby login replication;
alter role boss set lock_timeout = 0;
do $$ begin execute format('alter database %I set statement_timeout = %L', current_database(), '60s'); end $$;
alter role all set lock_timeout = '10s';
