-- Forgotten transactions are ended, for everybody; a role has taken its statement timeout back.
-- server: own
-- settings: idle_in_transaction_session_timeout=5min, lock_timeout=10s, statement_timeout=60s
create role "Report ""Night""" login;
alter role "Report ""Night""" set statement_timeout = '0ms';
create role shop login;
-- cure
alter role "Report ""Night""" reset statement_timeout;
