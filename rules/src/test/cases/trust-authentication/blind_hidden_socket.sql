-- The role may read pg_hba.conf, but is not shown in which folder the socket is, and so who can reach it.
-- server: own
-- role: app
create role app login;
grant execute on function pg_hba_file_rules to app;
grant select on pg_hba_file_rules to app;
