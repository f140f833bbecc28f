-- What bounds the whole transaction bounds its idle time and its statements too.
-- versions: 17+
-- server: own
-- settings: transaction_timeout=10min, lock_timeout=10s
create role shop login;
