-- Neither the server nor the roles set them all; the ones that do are not named.
-- server: own
create role "Shop" login;
create role report login;
alter role report set statement_timeout = '10min';
create role clean login;
alter role clean set idle_in_transaction_session_timeout = '1min';
alter role clean set statement_timeout = '1min';
alter role clean set lock_timeout = '1s';
alter role clean set default_transaction_isolation = 'serializable';
create role people;
-- cure
alter role "Shop" set idle_in_transaction_session_timeout = '5min';
alter role "Shop" set statement_timeout = '60s';
alter role "Shop" set lock_timeout = '10s';
alter role report set idle_in_transaction_session_timeout = '5min';
alter role report set lock_timeout = '10s';
