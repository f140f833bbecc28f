-- The timeouts are for everybody to see.
-- server: own
-- role: app
-- settings: idle_in_transaction_session_timeout=5min, statement_timeout=60s, lock_timeout=10s
create role app login;
