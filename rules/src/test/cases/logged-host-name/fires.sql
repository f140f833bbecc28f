-- For the whole server.
-- settings: log_hostname=on
select 1;
