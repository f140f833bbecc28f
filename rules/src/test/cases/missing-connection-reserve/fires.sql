-- All connections are for everybody.
-- settings: superuser_reserved_connections = 0
select 1;
